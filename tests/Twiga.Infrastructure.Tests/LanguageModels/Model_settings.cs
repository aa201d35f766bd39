using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Twiga.Application.Common;
using Twiga.Infrastructure.LanguageModels;

namespace Twiga.Infrastructure.Tests.LanguageModels;

[TestFixture]
internal sealed class Model_settings
{
    [Test]
    public async Task Are_all_optional_until_a_model_is_asked()
    {
        await using var models = Models.With(null);

        Assert.That(models.GetRequiredService<ILanguageModels>().Limits, Is.EqualTo(new ModelLimits(16_000, 8)));
        Assert.That(models.GetService<IEmbeddingGenerator<string, Embedding<float>>>(), Is.Null);
        await Assert.ThrowsAsync<ModelRequestRefusedException>(() => models.AskAsync());
    }

    [TestCase("LanguageModel__Url", "models.example.org")]
    [TestCase("LanguageModel__Url", "https://models.example.org/v1?key=1")]
    [TestCase("LanguageModel__Temperature", "3")]
    [TestCase("LanguageModel__TimeoutSeconds", "0")]
    [TestCase("LanguageModel__MaxToolRounds", "0")]
    [TestCase("LanguageModel__ContextTokens", "10")]
    [TestCase("LanguageModel__MaxOutputTokens", "1")]
    [TestCase("LanguageModel__TimeoutSeconds", "soon")]
    [TestCase("LanguageModel__Fallbacks__0__Temperature", "warm")]
    [TestCase("LanguageModel__Uses__solve_equation__Temperature", "warm")]
    [TestCase("LanguageModel__ApiKey", "two words")]
    [TestCase("LanguageModel__Fallbacks__0__Url", "ftp://x")]
    [TestCase("LanguageModel__Uses__solve_equation__Url", "x")]
    public async Task Stop_the_start_and_name_what_is_wrong(string setting, string value)
    {
        await using var models = Models.With(null, (setting, value));

        var stopped = Assert.Throws<OptionsValidationException>(
            () => _ = models.GetRequiredService<IOptions<LanguageModelOptions>>().Value);

        Assert.That(stopped!.Failures, Has.Some.Contains(setting));
    }

    [Test]
    public async Task Of_a_model_need_its_name()
    {
        await using var models = Models.With(null, ("LanguageModel__Url", "http://127.0.0.1:1/v1"));

        var stopped = Assert.Throws<OptionsValidationException>(
            () => _ = models.GetRequiredService<IOptions<LanguageModelOptions>>().Value);

        Assert.That(stopped!.Failures, Has.Some.Contains("LanguageModel__Model"));
    }

    [TestCase("Embeddings__Url", "x")]
    [TestCase("Embeddings__Dimensions", "0")]
    public async Task Of_the_embedder_are_checked_too(string setting, string value)
    {
        await using var models = Models.With(null, (setting, value));

        var stopped = Assert.Throws<OptionsValidationException>(
            () => _ = models.GetRequiredService<IOptions<EmbeddingsOptions>>().Value);

        Assert.That(stopped!.Failures, Has.Some.Contains(setting));
    }
}

using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Twiga.Application.Common;

namespace Twiga.Infrastructure.Tests.LanguageModels;

[TestFixture]
internal sealed class Embedding_texts
{
    private ModelServer _server = null!;

    [SetUp]
    public async Task StartAsync() => _server = await ModelServer.StartAsync();

    [TearDown]
    public async Task StopAsync() => await _server.DisposeAsync();

    [Test]
    public async Task Brings_vectors_in_the_order_of_the_texts()
    {
        _server.Sends(200, """{"data":[{"index":1,"embedding":[3,4]},{"index":0,"embedding":[1,2]}]}""");
        await using var models = With();

        var vectors = await Embedder(models).GenerateAsync(["a", "b"]);

        Assert.That(vectors.Select(v => v.Vector.ToArray()), Is.EqualTo(new float[][] { [1, 2], [3, 4] }));
        Assert.That(_server.Paths, Is.EqualTo(new[] { "/v1/embeddings" }));
        Assert.That(_server.Requests[0]["dimensions"]!.GetValue<int>(), Is.EqualTo(2));
    }

    [Test]
    public async Task Fails_when_a_vector_is_missing()
    {
        _server.Sends(200, """{"data":[{"index":0,"embedding":[1,2]}]}""");
        await using var models = With();

        await Assert.ThrowsAsync<ModelUnavailableException>(() => Embedder(models).GenerateAsync(["a", "b"]));
    }

    [Test]
    public async Task Fails_when_vectors_have_another_size()
    {
        _server.Sends(200, """{"data":[{"index":0,"embedding":[1,2,3]}]}""");
        await using var models = With();

        await Assert.ThrowsAsync<ModelRequestRefusedException>(() => Embedder(models).GenerateAsync(["a"]));
    }

    private static IEmbeddingGenerator<string, Embedding<float>> Embedder(ServiceProvider models) =>
        models.GetRequiredService<IEmbeddingGenerator<string, Embedding<float>>>();

    private ServiceProvider With() => Models.With(
        null,
        ("Embeddings__Url", _server.Address + "/v1"),
        ("Embeddings__Model", "e5"),
        ("Embeddings__Dimensions", "2"));
}

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Twiga.Infrastructure.Tests;

internal sealed class Settings_of_the_wrong_kind
{
    [Test]
    public void Are_told_all_at_once_with_what_else_is_wrong()
    {
        using var services = Services(
            ("Workers:Enabled", "perhaps"),
            ("Workers:DrainSeconds", "x"),
            ("Workers:PollMilliseconds", "1"),
            ("LanguageModel:TimeoutSeconds", "soon"),
            ("LanguageModel:Fallbacks:1:Temperature", "warm"),
            ("LanguageModel:Uses:solve_equation:Temperature", "warm"),
            ("Transcription:TimeoutSeconds", "later"),
            ("Quotas:MessagesPerDay", "many"),
            ("Twiga:SeedSamples", "si"),
            ("Database:MigrateOnStart", "1"));

        var faults = Assert.Throws<AggregateException>(() => services.GetRequiredService<IStartupValidator>().Validate())!
            .InnerExceptions.Cast<OptionsValidationException>().SelectMany(e => e.Failures).ToList();

        Assert.That(faults, Is.SupersetOf(new[]
        {
            "Workers__Enabled: must be true or false.",
            "Workers__DrainSeconds: must be a whole number.",
            "Workers__PollMilliseconds: The field PollMilliseconds must be between 50 and 60000.",
            "LanguageModel__TimeoutSeconds: must be a whole number.",
            "LanguageModel__Fallbacks__1__Temperature: must be a number.",
            "LanguageModel__Uses__solve_equation__Temperature: must be a number.",
            "Transcription__TimeoutSeconds: must be a whole number.",
            "Quotas__MessagesPerDay: must be a whole number.",
            "Twiga__SeedSamples: must be true or false.",
            "Database__MigrateOnStart: must be true or false.",
        }));
        Assert.That(faults, Is.Unique);
    }

    private static ServiceProvider Services(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(s => new KeyValuePair<string, string?>(s.Key, s.Value)))
            .Build();
        return new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddLogging()
            .AddInfrastructure(configuration)
            .AddWorkers(configuration)
            .BuildServiceProvider();
    }
}

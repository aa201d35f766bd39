using Npgsql;
using Twiga.Infrastructure.Persistence;

namespace Twiga.Infrastructure.Tests.Persistence;

internal sealed class Connecting
{
    [Test]
    public void Keeps_few_sessions_unless_the_settings_say_how_many([Values(null, 100, 3)] int? wanted)
    {
        using var source = TwigaDatabase.Build("Host=nowhere" + (wanted is null ? "" : $";Maximum Pool Size={wanted}"));

        var most = new NpgsqlConnectionStringBuilder(source.ConnectionString).MaxPoolSize;
        Assert.That(most, Is.EqualTo(wanted ?? Math.Max(12, 4 * Environment.ProcessorCount)));
    }
}

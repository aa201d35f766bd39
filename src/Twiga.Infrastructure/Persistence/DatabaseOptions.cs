using Npgsql;
using Twiga.Infrastructure.Persistence.Seeding;

namespace Twiga.Infrastructure.Persistence;

/// <summary>Where the data are (contract.md: ConnectionStrings__Twiga, Twiga__…, Database__MigrateOnStart).</summary>
internal sealed class DatabaseOptions
{
    /// <summary>An outside PostgreSQL; without it Twiga runs a private cluster of its own.</summary>
    public string? ConnectionString { get; set; }

    public string DataDirectory { get; set; } = ".twiga";

    public bool? SeedSamples { get; set; }

    public bool MigrateOnStart { get; set; }

    /// <summary>Made-up teachers who are added once where the sample books are; for development only.</summary>
    public IReadOnlyList<SampleTeacher> SampleTeachers { get; set; } = [];

    public bool IsMalformed
    {
        get
        {
            try
            {
                _ = new NpgsqlConnectionStringBuilder(ConnectionString);
                return false;
            }
            catch (ArgumentException)
            {
                return true;
            }
        }
    }

    public bool IsEmbedded => string.IsNullOrWhiteSpace(ConnectionString);
}

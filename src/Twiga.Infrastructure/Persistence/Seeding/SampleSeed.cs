using System.Security.Cryptography;
using System.Text;
using MediatR;
using Microsoft.Extensions.Logging;
using Npgsql;
using Twiga.Application.Curriculum;
using Twiga.Infrastructure.Retrieval;

namespace Twiga.Infrastructure.Persistence.Seeding;

/// <summary>
/// Loads the sample textbooks into a database that has no other books. It is remembered when all are in,
/// so a book that an operator removes stays away, and a start that was broken off is made up for.
/// </summary>
internal sealed partial class SampleSeed(
    NpgsqlDataSource source, IMediator mediator, TimeProvider clock, ILogger<SampleSeed> logger)
{
    private const string Name = "samples";

    /// <returns>A sentence for each book that could not be read.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(
        string folder, IProgress<IngestStep>? progress, CancellationToken cancellationToken)
    {
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.md").Order(StringComparer.Ordinal).ToList() : [];
        var hash = await HashAsync(files, cancellationToken);
        if (files.Count == 0 || await Seeds.HashOfAsync(source, Name, cancellationToken) == hash
            || await HasOtherBooksAsync(cancellationToken))
            return [];

        var faults = new List<string>();
        foreach (var (file, done) in files.Select((file, done) => (file, done)))
        {
            progress?.Report(new IngestStep(Path.GetFileName(file), done, files.Count));
            faults.AddRange(await LoadAsync(file, cancellationToken));
        }

        await Seeds.RememberAsync(source, Name, hash, clock.GetUtcNow(), cancellationToken);
        SamplesLoaded(files.Count - faults.Count, files.Count);
        return faults;
    }

    private async Task<IReadOnlyList<string>> LoadAsync(string file, CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new IngestResource(file), cancellationToken);
        if (outcome is not IngestOutcome.Refused(var reasons))
            return [];

        foreach (var reason in reasons)
            SampleRefused(reason);
        return [string.Join(' ', reasons)];
    }

    private async Task<bool> HasOtherBooksAsync(CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("select exists (select from resources where not is_sample)");
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private static async Task<string> HashAsync(IEnumerable<string> files, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{WordIndex.Version}"));
        foreach (var file in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetFileName(file)));
            hash.AppendData(await File.ReadAllBytesAsync(file, cancellationToken));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Loaded} of {All} sample textbooks are in")]
    private partial void SamplesLoaded(int loaded, int all);

    [LoggerMessage(Level = LogLevel.Error, Message = "A sample textbook was left out. {Reason}")]
    private partial void SampleRefused(string reason);
}

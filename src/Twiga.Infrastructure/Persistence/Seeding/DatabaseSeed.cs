using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Twiga.Application.Curriculum;

namespace Twiga.Infrastructure.Persistence.Seeding;

/// <summary>Fills a migrated database with what Twiga brings along; does next to nothing where it is there already.</summary>
internal sealed class DatabaseSeed(
    CurriculumSeed curriculum, WordSeed words, SampleSeed samples, SampleTeachers teachers)
{
    /// <summary>Subjects, classes and words.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await curriculum.RunAsync(cancellationToken);
        await words.RunAsync(cancellationToken);
    }

    /// <returns>A sentence for each sample textbook that could not be read.</returns>
    public async Task<IReadOnlyList<string>> SamplesAsync(
        string folder, IProgress<IngestStep>? progress, CancellationToken cancellationToken)
    {
        await teachers.RunAsync(cancellationToken);
        return await samples.RunAsync(folder, progress, cancellationToken);
    }
}

public static class SeedingAtStart
{
    /// <summary>Seeds where this process also migrates: an outside database is the operators' to fill, by their command.</summary>
    /// <param name="services">The process's services; the database is open.</param>
    /// <param name="progress">Told of each sample book, for a first start that takes a moment.</param>
    /// <param name="cancellationToken">Breaks it off; the next start goes on.</param>
    public static async Task SeedAsync(
        this IServiceProvider services, IProgress<IngestStep>? progress, CancellationToken cancellationToken)
    {
        var options = services.GetRequiredService<IOptions<DatabaseOptions>>().Value;
        if (!options.IsEmbedded && !options.MigrateOnStart)
            return;

        await using var scope = services.CreateAsyncScope();
        var seed = scope.ServiceProvider.GetRequiredService<DatabaseSeed>();
        await seed.RunAsync(cancellationToken);
        if (options.SeedSamples ?? options.IsEmbedded)
            await seed.SamplesAsync(SamplesFolder, progress, cancellationToken);
    }

    /// <summary>Subjects, classes and words, whoever migrated the database.</summary>
    public static async Task SeedCurriculumAsync(this IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DatabaseSeed>().RunAsync(cancellationToken);
    }

    private static string SamplesFolder => Path.Combine(AppContext.BaseDirectory, "samples", "textbooks");
}

using Microsoft.Extensions.DependencyInjection;
using Twiga.Application.Curriculum;
using Twiga.Infrastructure.Persistence.Seeding;
using Twiga.Infrastructure.Reading;

namespace Twiga.Infrastructure.Retrieval;

internal static class RetrievalRegistration
{
    /// <summary>Registers books, classes, their readers and the search, and what seeds them.</summary>
    public static IServiceCollection AddRetrieval(this IServiceCollection services)
    {
        services.AddSingleton<IReadFormat, MarkdownFormat>();
        services.AddSingleton<IReadFormat, PlainTextFormat>();
        services.AddSingleton<IReadFormat, ChunkFileFormat>();
        services.AddSingleton<IReadFormat, DocxFormat>();
        services.AddSingleton<IReadFormat, PdfFormat>();
        services.AddSingleton<IReadDocuments, Documents>();
        services.AddSingleton<BookStore>();
        services.AddSingleton<Vectors>();
        services.AddSingleton<ITextbooks, Textbooks>();
        services.AddSingleton<IReembedBooks, Reembedding>();
        services.AddSingleton<IRetrievalTrials, RetrievalTrials>();
        services.AddScoped<ISchoolClasses, SchoolClasses>();
        services.AddSingleton<CurriculumSeed>();
        services.AddSingleton<WordSeed>();
        services.AddScoped<SampleSeed>();
        services.AddScoped<SampleTeachers>();
        services.AddScoped<DatabaseSeed>();
        return services;
    }
}

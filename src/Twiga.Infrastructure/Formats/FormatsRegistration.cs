using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Twiga.Application.Exams;

namespace Twiga.Infrastructure.Formats;

internal static class FormatsRegistration
{
    /// <summary>Registers the formats of papers, checked at start.</summary>
    public static IServiceCollection AddFormats(this IServiceCollection services)
    {
        services.AddSettings<ExamOptions>(ExamOptions.Section);
        services.AddSingleton<IValidateOptions<ExamOptions>, ExamOptionsValidator>();
        services.AddSingleton<IExamFormats, ExamFormats>();
        return services;
    }
}

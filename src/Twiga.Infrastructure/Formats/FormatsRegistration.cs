using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Twiga.Application.Exams;
using Twiga.Application.Lessons;

namespace Twiga.Infrastructure.Formats;

internal static class FormatsRegistration
{
    /// <summary>Registers the formats of papers and forms of lessons, checked at start.</summary>
    public static IServiceCollection AddFormats(this IServiceCollection services)
    {
        services.AddSettings<ExamOptions>(ExamOptions.Section);
        services.AddSingleton<IValidateOptions<ExamOptions>, ExamOptionsValidator>();
        services.AddSingleton<IExamFormats, ExamFormats>();
        services.AddSingleton<ILessonFormats, LessonFormats>();
        return services;
    }
}

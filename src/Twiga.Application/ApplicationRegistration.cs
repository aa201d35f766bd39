using FluentValidation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Twiga.Application.Common.Behaviors;
using Twiga.Application.Conversations;
using Twiga.Application.Documents;
using Twiga.Application.Exams;
using Twiga.Application.Lessons;
using Twiga.Application.Tools;

namespace Twiga.Application;

public static class ApplicationRegistration
{
    /// <summary>Registers every handler and validator of the application and the pipeline around them.</summary>
    public static IServiceCollection AddApplication(this IServiceCollection services)
    {
        var application = typeof(ApplicationRegistration).Assembly;
        services.AddScoped<ServiceFactory>(p => p.GetRequiredService!);
        services.AddScoped<IMediator, Mediator>();
        services.Scan(scan => scan.FromAssemblies(application)
            .AddClasses(c => c.AssignableTo(typeof(IRequestHandler<,>)), publicOnly: false)
            .AsImplementedInterfaces()
            .WithScopedLifetime());
        services.AddValidatorsFromAssembly(application, ServiceLifetime.Singleton, includeInternalTypes: true);
        services.AddTools();
        services.AddScoped<Answering>();
        services.AddScoped<ReplyWriter>();
        services.AddScoped<ReplyFiles>();
        services.AddScoped<Rehearsal>();
        services.AddScoped<ExamWriter>();
        services.AddScoped<ExamBriefs>();
        services.AddScoped<ExamDelivery>();
        services.AddScoped<ExamFiles>();
        services.AddScoped<DocumentMaker>();
        services.AddScoped<LessonBriefs>();
        services.AddScoped<LessonWriter>();
        services.AddScoped<SchemeBriefs>();
        services.AddScoped<SchemeWriter>();
        services.AddScoped<PreparationDelivery>();
        services.AddScoped<MarkingGuides>();

        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(TracingBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(SignatureBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(ValidationBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(QuotaBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(OwnClassBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(TypingBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(SaveBehavior<,>));
        return services;
    }
}

using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using FluentValidation;
using MediatR;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Twiga.Application.Tools;
using Twiga.Domain.Curriculum;
using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;
using About = System.ComponentModel.DescriptionAttribute;
using Bounds = System.ComponentModel.DataAnnotations.RangeAttribute;

namespace Twiga.Application.Tests.Tools;

[About("Count the beans of a class.")]
[Progress("I am counting.", "Ninahesabu.")]
[TimeLimit(10)]
public sealed record CountBeans : ITool<Beans>, IForClass
{
    [About("The kind of beans."), MaxLength(10)]
    public required string BeanKind { get; init; }

    [About("The class.")]
    public required ClassName Class { get; init; }

    [About("How many at most."), Bounds(1, 20)]
    public int AtMost { get; init; } = 5;

    [About("How.")]
    public Manner? Manner { get; init; }

    [About("Aloud?")]
    public bool Aloud { get; init; } = true;

    [About("Bowls.")]
    public IReadOnlyList<string> Bowls { get; init; } = [];
}

public enum Manner
{
    OneByOne,
    InPairs,
}

public sealed record Beans(int Number, string In, string Bowl);

internal sealed class CountBeansValidator : AbstractValidator<CountBeans>
{
    public CountBeansValidator() =>
        RuleFor(c => c.BeanKind).NotEqual("magic").WithMessage("bean_kind must be a real kind.");
}

internal sealed class CountBeansHandler(TurnContext turn, BeanCounter counter) : IRequestHandler<CountBeans, Beans>
{
    public async Task<Beans> Handle(CountBeans request, CancellationToken cancellationToken)
    {
        counter.Seen.Add(request);
        counter.Turns.Add(turn);
        await counter.Work(request, cancellationToken);
        return new Beans(request.AtMost, turn.Named(request.Class).English, request.Bowls is [var bowl, ..] ? bowl : "none");
    }
}

internal sealed class CountBeansRenderer : IToolRenderer<CountBeans, Beans>
{
    public Task<IReadOnlyList<OutgoingContent>> RenderAsync(
        CountBeans call, Beans result, TurnContext turn, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<OutgoingContent>>([new ImageContent(KeptFileId.From(call.BeanKind.ToString().Length))]);
}

[About("Say a proverb; needs no class.")]
[Progress("I am thinking.", "Ninafikiri.")]
public sealed record SayProverb : ITool<string>
{
    [About("The class, if any.")]
    public ClassName? Class { get; init; }
}

internal sealed class SayProverbHandler : IRequestHandler<SayProverb, string>
{
    public Task<string> Handle(SayProverb request, CancellationToken cancellationToken) =>
        Task.FromResult("Haba na haba hujaza kibaba.");
}

internal sealed class BeanCounter
{
    public List<CountBeans> Seen { get; } = [];

    public List<TurnContext> Turns { get; } = [];

    public Func<CountBeans, CancellationToken, Task> Work { get; set; } = (_, _) => Task.CompletedTask;
}

/// <summary>The platform as the Api registers it, with two tools of the tests' own.</summary>
internal sealed class Workshop : IDisposable
{
    private readonly ServiceProvider _services;

    public Workshop(Action<IServiceCollection>? more = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Time);
        services.AddLogging(l => l.AddProvider(Log));
        services.AddApplication();
        services.AddSingleton(Counter);
        services.AddScoped<IRequestHandler<CountBeans, Beans>, CountBeansHandler>();
        services.AddScoped<IRequestHandler<SayProverb, string>, SayProverbHandler>();
        services.AddSingleton<IValidator<CountBeans>, CountBeansValidator>();
        services.AddScoped<IToolRenderer<CountBeans, Beans>, CountBeansRenderer>();
        services.AddSingleton(p => new Toolbox(
            p.GetRequiredService<IServiceScopeFactory>(),
            Time,
            p.GetRequiredService<ILogger<Toolbox>>(),
            typeof(Workshop).Assembly,
            typeof(Toolbox).Assembly));
        more?.Invoke(services);
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    public static SchoolClass Geography { get; } = Class("Geography Form 2", "Jiografia Kidato cha 2");

    public static SchoolClass Kiswahili { get; } = Class("Kiswahili Form 1", "Kiswahili Kidato cha 1");

    public BeanCounter Counter { get; } = new();

    public FakeTimeProvider Time { get; } = new();

    public KeptLog Log { get; } = new();

    public TurnMemory Turn { get; set; } =
        new(TeacherId.From(7), Language.English, [Geography, Kiswahili], 10_000);

    public Toolbox Toolbox => _services.GetRequiredService<Toolbox>();

    public IReadOnlyList<AIFunction> Tools => Toolbox.For(Turn);

    public async Task<string> CallAsync(string tool, string arguments)
    {
        var given = JsonSerializer.Deserialize<Dictionary<string, object?>>(arguments)!;
        return (string)(await Tools.Single(t => t.Name == tool).InvokeAsync(new AIFunctionArguments(given)))!;
    }

    public void Dispose() => _services.Dispose();

    private static SchoolClass Class(string english, string swahili) => new()
    {
        SubjectKey = "x",
        GradeCode = "os1",
        English = english,
        Swahili = swahili,
        Medium = Language.English,
    };
}

internal sealed class KeptLog : ILoggerProvider, ILogger
{
    public List<string> Lines { get; } = [];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter)
    {
        lock (Lines)
            Lines.Add($"{logLevel}: {formatter(state, exception)}");
    }

    public void Dispose()
    {
    }
}

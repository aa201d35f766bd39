using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;
using Twiga.Application.Common;
using Twiga.Application.Conversations;
using Twiga.Application.Curriculum;
using Twiga.Application.Documents;
using Twiga.Application.Messaging;
using Twiga.Application.Teachers;
using Twiga.Application.Tests.Tools;
using Twiga.Domain.Curriculum;
using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Tests.Conversations;

/// <summary>A teacher of Geography Form 2 and Kiswahili Form 1 who talks with a scripted model.</summary>
internal sealed class Talk : IDisposable
{
    private readonly ServiceProvider _services;

    public Talk(Action<IServiceCollection>? more = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(new FakeTimeProvider(new DateTimeOffset(2026, 11, 21, 22, 0, 0, TimeSpan.Zero)));
        services.AddLogging(l => l.AddProvider(Log));
        services.AddApplication();
        services.AddSingleton<ILanguageModels>(Model);
        services.AddSingleton(Teachers);
        services.AddSingleton(Conversations);
        services.AddSingleton(Substitute.For<IWhatsApp>());
        services.AddSingleton(Typesetter);
        services.AddSingleton(Files);
        var quotas = Substitute.For<IQuotas>();
        quotas.AdmitAsync(default, default!, default)
            .ReturnsForAnyArgs(new Admission(new HashSet<InboundMessageId>(), Over: null, DateTimeOffset.UnixEpoch));
        services.AddSingleton(quotas);
        services.AddScoped<IRequestHandler<SearchPassages, SearchOutcome>>(_ => Books);
        Teachers.GetAsync(default, default).ReturnsForAnyArgs(_ => Teacher);
        Teachers.ClassesAsync(default, default).ReturnsForAnyArgs(_ => Classes);
        Conversations.RecentAsync(default, default, default).ReturnsForAnyArgs(_ => Earlier);
        Conversations.WordsOfAsync(default, default!, default)
            .ReturnsForAnyArgs(call => [.. call.Arg<IReadOnlyList<string>>().Select(w => Said.GetValueOrDefault(w)).OfType<string>()]);
        Typesetter.PdfAsync(default!, default).ReturnsForAnyArgs(new NotTypeset(TypesetFault.TooLarge));
        Typesetter.PictureAsync(default!, default).ReturnsForAnyArgs(new NotTypeset(TypesetFault.NotInstalled));
        Files.KeepAsync(default, default!, default!, default!, default).ReturnsForAnyArgs(call => new KeptFile
        {
            TeacherId = call.Arg<TeacherId>(),
            Name = call.ArgAt<string>(1),
            MimeType = call.ArgAt<string>(2),
            Content = call.Arg<byte[]>(),
            CreatedAt = DateTimeOffset.UnixEpoch,
        });
        more?.Invoke(services);
        _services = services.BuildServiceProvider();
    }

    public ScriptedModel Model { get; } = new();

    public Library Books { get; } = new();

    public KeptLog Log { get; } = new();

    public Teacher Teacher { get; set; } =
        Teacher.Active("Neema", Language.English, [], new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero));

    public List<SchoolClass> Classes { get; } = [Workshop.Geography, Workshop.Kiswahili];

    public List<Exchange> Earlier { get; } = [];

    /// <summary>Words of earlier messages by their wamids.</summary>
    public Dictionary<string, string> Said { get; } = [];

    public ITypesetter Typesetter { get; } = Substitute.For<ITypesetter>();

    private IFiles Files { get; } = Substitute.For<IFiles>();

    private ITeachers Teachers { get; } = Substitute.For<ITeachers>();

    private IConversations Conversations { get; } = Substitute.For<IConversations>();

    public async Task<Reply> AskAsync(string question, Language language = Language.English, string? repliesTo = null)
    {
        await using var scope = _services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>()
            .Send(new Converse(TeacherId.From(7), question, language) { RepliesTo = repliesTo is null ? [] : [repliesTo] });
    }

    /// <summary>What the model read last as the result of its tools.</summary>
    public string Seen() => string.Join(
        "\n",
        Model.Asked[^1].Messages.SelectMany(m => m.Contents)
            .OfType<Microsoft.Extensions.AI.FunctionResultContent>().Select(r => r.Result));

    public void Dispose() => _services.Dispose();
}

/// <summary>Books that hold what a test puts into them.</summary>
internal sealed class Library : IRequestHandler<SearchPassages, SearchOutcome>
{
    public List<SearchPassages> Searches { get; } = [];

    public Func<SearchPassages, SearchOutcome> Answer { get; set; } = _ => new SearchOutcome.Found(
    [
        Passage(1, "Tides are caused by the pull of the moon.", page: 41),
        Passage(2, "The sun also pulls the water.", page: 42),
        Passage(3, "Spring tides come twice a month.", page: 41),
    ]);

    public static FoundPassage Passage(long id, string text, int? page = 41, string title = "Geography Form 2", int? to = null) =>
        new(
            PassageId.From(id),
            ResourceId.From(1),
            title,
            3,
            "The Ocean",
            "3.2 Tides",
            page,
            to ?? page,
            PassageKind.Text,
            Language.English,
            text,
            1);

    public Func<Task> Waits { get; set; } = () => Task.CompletedTask;

    public async Task<SearchOutcome> Handle(SearchPassages request, CancellationToken cancellationToken)
    {
        lock (Searches)
            Searches.Add(request);
        await Waits();
        return Answer(request);
    }
}

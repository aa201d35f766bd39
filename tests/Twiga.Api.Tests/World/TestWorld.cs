using Npgsql;
using Twiga.Domain.Teachers;
using Twiga.Infrastructure.Persistence;
using Twiga.Simulator;
using Twiga.Simulator.Control;

namespace Twiga.Api.Tests.World;

/// <summary>A database, the simulator and one Api process or several, with teachers who can write.</summary>
internal sealed class TestWorld : IAsyncDisposable
{
    private readonly List<ApiProcess> _apis = [];

    private TestWorld(string connection, NpgsqlDataSource database) => (Connection, Database) = (connection, database);

    public string Connection { get; }

    public NpgsqlDataSource Database { get; }

    public RunningSimulator Simulator { get; private set; } = null!;

    public SimulatorClient Phone => Simulator.Client;

    public ApiProcess Api => _apis[0];

    /// <summary>Settings of every Api that is started from now on, on top of the simulator's addresses.</summary>
    public Dictionary<string, string> Settings { get; } = [];

    public static async Task<TestWorld> CreateAsync(params (string Name, string Value)[] settings)
    {
        var connection = await Cluster.NewDatabaseAsync();
        var world = new TestWorld(connection, TwigaDatabase.Build(connection));
        var api = new ApiProcess(world.Settings);
        world._apis.Add(api);
        world.Simulator = await SimulatorHost.StartAsync(new SimulatorOptions
        {
            Urls = "http://127.0.0.1:0",
            ApiUrl = api.Address,
            RetryPauseMilliseconds = 100,
            RetryPauseAtMostMilliseconds = 1000,
        });
        world.Configure(settings);
        return world;
    }

    /// <summary>The same with one Api running.</summary>
    public static async Task<TestWorld> StartAsync(params (string Name, string Value)[] settings)
    {
        var world = await CreateAsync(settings);
        await world.Api.StartAsync();
        return world;
    }

    public async Task<ApiProcess> StartAnotherApiAsync()
    {
        var api = new ApiProcess(Settings);
        _apis.Add(api);
        await api.StartAsync();
        return api;
    }

    public async Task AddTeacherAsync(string phone, params string[] classes)
    {
        await using var context = new TwigaContext(ContextOptions.For(Database));
        var ids = context.SchoolClasses.Where(c => classes.Contains(c.English)).Select(c => c.Id).ToList();
        Assert.That(ids, Has.Count.EqualTo(classes.Length), "a class of the test is not in the curriculum");
        var now = TimeProvider.System.GetUtcNow();
        var teacher = Teacher.Active($"Teacher {phone}", Language.English, ids, now);
        teacher.Link(IdentityKind.Phone, phone, now);
        context.Teachers.Add(teacher);
        await context.SaveChangesAsync();
    }

    /// <summary>A teacher writes, and the Api has stored it.</summary>
    public async Task<string> SayAsync(string phone, string text)
    {
        var wamid = await Phone.SayAsync(phone, text);
        await Eventually.TrueAsync(
            async () => await CountAsync($"select count(*) from inbound_messages where wamid = '{wamid}'") == 1,
            () => $"A message was not stored.\n{Api.Output}");
        return wamid;
    }

    public Task<IReadOnlyList<GraphCall>> AnswersAsync(string phone) => Phone.AcceptedAsync(phone);

    /// <summary>Waits until a teacher has got as many messages, and returns all she has got by then.</summary>
    public Task<IReadOnlyList<GraphCall>> AnswersAsync(string phone, int count) => Eventually.GetAsync(
        () => AnswersAsync(phone),
        calls => calls.Count >= count,
        calls => $"{phone} has {calls.Count} of {count} messages.\n{Api.Output}");

    /// <summary>Waits until nothing waits for an answer or for sending, nor is any job left.</summary>
    public Task QuietAsync() => QuietAsync("none");

    /// <summary>The same where statuses of messages come that are not known: they are waited for, half a minute each.</summary>
    public Task QuietButForStatusesAsync() => QuietAsync("RecordStatuses");

    /// <summary>Asks the database, again where it was just restarted.</summary>
    public async Task<long> CountAsync(string sql)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var command = Database.CreateCommand(sql);
                return (long)(await command.ExecuteScalarAsync())!;
            }
            catch (NpgsqlException) when (attempt < 10)
            {
                await Task.Delay(200);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var api in _apis)
            await api.DisposeAsync();
        await Simulator.DisposeAsync();
        await Database.DisposeAsync();
    }

    private Task QuietAsync(string without) => Eventually.TrueAsync(
        async () => await CountAsync(
            $"""
            select (select count(*) from inbound_messages where state = 'Pending')
                 + (select count(*) from outgoing_messages where state in ('Waiting', 'Sending'))
                 + (select count(*) from jobs where state in ('Waiting', 'Running') and kind <> '{without}')
            """) == 0,
        () => $"Work is left.\n{Api.Output}");

    private void Configure((string Name, string Value)[] settings)
    {
        var options = new SimulatorOptions();
        Settings["ConnectionStrings__Twiga"] = Connection + ";Maximum Pool Size=30";
        Settings["WhatsApp__GraphUrl"] = Simulator.Address.ToString();
        Settings["WhatsApp__PhoneNumberId"] = options.PhoneNumberId;
        Settings["WhatsApp__BusinessAccountId"] = options.BusinessAccountId;
        Settings["WhatsApp__AccessToken"] = options.AccessToken;
        Settings["WhatsApp__AppSecret"] = options.AppSecret;
        Settings["WhatsApp__VerifyToken"] = options.VerifyToken;
        Settings["Quotas__TeacherMessagesPerDay"] = "100000";
        Settings["Quotas__TeacherTokensPerDay"] = "100000000";
        Settings["LanguageModel__Url"] = Simulator.ModelAddress.ToString();
        Settings["LanguageModel__ApiKey"] = "simulator";
        Settings["LanguageModel__Model"] = "stand-in";
        foreach (var (name, value) in settings)
            Settings[name] = value;
    }
}

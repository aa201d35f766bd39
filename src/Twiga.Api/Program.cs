using Twiga.Api;
using Twiga.Api.Flows;
using Twiga.Api.Health;
using Twiga.Api.Operators;
using Twiga.Api.Webhooks;
using Twiga.Application;
using Twiga.Infrastructure;

// Its settings stand beside the program, wherever it is started from.
var builder = WebApplication.CreateBuilder(["--contentRoot", AppContext.BaseDirectory, .. args]);
builder.Services.AddApplication();
builder.Services.AddInfrastructure(builder.Configuration);
builder.Services.AddWorkers(builder.Configuration);
builder.Services.AddOperators(builder.Configuration);

await using var app = builder.Build();
app.MapHealth();
app.MapWebhooks();
app.MapFlows();
app.MapMetrics();
app.MapConsole();

try
{
    await Startup.PrepareAsync(app.Services, app.Lifetime.ApplicationStopping);
    await app.RunAsync();
    return 0;
}
catch (Exception exception) when (Startup.Explains(exception) is { } lines)
{
    foreach (var line in lines)
        await Console.Error.WriteLineAsync(line);
    return 1;
}

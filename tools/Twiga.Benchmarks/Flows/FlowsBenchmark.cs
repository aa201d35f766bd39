using System.CommandLine;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using Twiga.Application.Onboarding;
using Twiga.Benchmarks.World;
using Twiga.Infrastructure.Persistence;
using Twiga.Infrastructure.WhatsApp;

namespace Twiga.Benchmarks.Flows;

/// <summary>The Flow data endpoint with 20 phones at once: opening a form, sending a screen, and a mere ping.</summary>
internal static class FlowsBenchmark
{
    private const int Phones = 20;
    private const int Requests = 2000;
    private const int WarmUp = 300;

    public static Command Command()
    {
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var command = new Command("flows", "Milliseconds of a data exchange, 20 at once.") { json };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(json), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(bool json, CancellationToken cancellationToken)
    {
        using var key = RSA.Create(2048);
        var token = RandomNumberGenerator.GetBytes(32);
        var settings = new Dictionary<string, string>
        {
            ["WhatsApp__Flows__PrivateKey"] = key.ExportPkcs8PrivateKeyPem(),
            ["WhatsApp__Flows__ProfileFlowId"] = "1001",
            ["WhatsApp__Flows__ClassesFlowId"] = "1002",
            ["WhatsApp__Flows__TokenKey"] = Convert.ToBase64String(token),
        };
        await using var world = await BenchmarkWorld.StartAsync(statuses: false, cancellationToken, settings);
        await world.AddTeachersAsync(Phones, cancellationToken);
        var tokens = Tokens(world, token);
        using var phone = new FlowPhone(world.Api.Address, key);

        var subjects = new JsonObject { ["group_1"] = new JsonArray("os:geography", "os:biology") };
        await AtOnceAsync(phone, n => Step("INIT", tokens[n % Phones], null), WarmUp, cancellationToken);
        var rows = new List<IReadOnlyDictionary<string, object>>
        {
            Row("one RSA decryption (yardstick)", "", Decryptions(key), null),
            await MeasureAsync("ping", "", _ => new JsonObject { ["action"] = "ping" }),
            await MeasureAsync("open a form", "50", n => Step("INIT", tokens[n % Phones], null)),
            await MeasureAsync("send a screen", "50", n => Step("data_exchange", tokens[n % Phones], subjects)),
        };
        Report.Print("Flow data endpoint, 20 at once, milliseconds", json, rows);
        return 0;

        // What the Api itself works on one request tells more than the clock on a busy machine.
        async Task<Dictionary<string, object>> MeasureAsync(string what, string aim, Func<int, JsonObject> request)
        {
            var before = world.Api.ProcessorTime;
            var times = await AtOnceAsync(phone, request, Requests, cancellationToken);
            return Row(what, aim, times, (world.Api.ProcessorTime - before).TotalMilliseconds / Requests);
        }
    }

    private static List<string> Tokens(BenchmarkWorld world, byte[] key)
    {
        using var context = new TwigaContext(ContextOptions.For(world.Database));
        var options = Options.Create(new FlowsOptions { TokenKey = Convert.ToBase64String(key) });
        var flows = new Infrastructure.WhatsApp.Flows(options, context, new Infrastructure.WhatsApp.FlowRest(), TimeProvider.System);
        return [.. context.Teachers.Select(t => t.Id).ToList().Select(t => flows.Invite(FlowForm.Classes, t).Token)];
    }

    private static JsonObject Step(string action, string token, JsonObject? data) => new()
    {
        ["version"] = "3.0",
        ["action"] = action,
        ["screen"] = data is null ? null : "SUBJECTS",
        ["flow_token"] = token,
        ["data"] = data?.DeepClone() ?? new JsonObject(),
    };

    private static async Task<List<double>> AtOnceAsync(
        FlowPhone phone, Func<int, JsonObject> ask, int requests, CancellationToken cancellationToken)
    {
        var bodies = Enumerable.Range(0, requests).Select(n => phone.Encrypt(ask(n))).ToList();
        var times = new List<double>();
        await Parallel.ForEachAsync(
            bodies,
            new ParallelOptions { MaxDegreeOfParallelism = Phones, CancellationToken = cancellationToken },
            async (body, cancellation) =>
            {
                var began = Stopwatch.GetTimestamp();
                await phone.PostAsync(body, cancellation);
                var time = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
                lock (times)
                    times.Add(time);
            });
        times.Sort();
        return times;
    }

    private static List<double> Decryptions(RSA key)
    {
        var wrapped = key.Encrypt(new byte[16], RSAEncryptionPadding.OaepSHA256);
        var times = new List<double>();
        for (var n = 0; n < 200; n++)
        {
            var began = Stopwatch.GetTimestamp();
            key.Decrypt(wrapped, RSAEncryptionPadding.OaepSHA256);
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        times.Sort();
        return times;
    }

    private static Dictionary<string, object> Row(string what, string aim, List<double> times, double? processor) => new()
    {
        ["what"] = what,
        ["requests"] = times.Count,
        ["p50"] = Report.Percentile(times, 0.5),
        ["p99"] = Report.Percentile(times, 0.99),
        ["max"] = times[^1],
        ["Api cpu"] = processor is { } cost ? cost : "",
        ["aim p99"] = aim,
    };
}

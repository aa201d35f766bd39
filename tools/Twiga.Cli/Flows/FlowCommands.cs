using System.CommandLine;
using System.Security.Cryptography;
using Twiga.Application.Onboarding;
using Twiga.Cli.Host;

namespace Twiga.Cli.Flows;

internal static class FlowCommands
{
    private static readonly Option<string> Endpoint = new("--endpoint")
    {
        Description = "The public address of the data endpoint: https://…/flows",
        Required = true,
    };

    private static readonly Option<FileInfo> New = new("--new")
    {
        Description = "First make a private key in this file, unless it is there: 2048 bits, PKCS#8.",
    };

    public static Command All() => new("flows", "The forms on teachers' phones, at Meta.")
    {
        Verb.Create("publish", "Creates and publishes the two Flows of this version.", [Endpoint], PublishAsync,
            withDatabase: false),
        Verb.Create("keys", "Uploads the public half of WhatsApp__Flows__PrivateKey.", [New], KeysAsync,
            withDatabase: false),
    };

    private static async Task<int> PublishAsync(Call call, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(call.Get(Endpoint), UriKind.Absolute, out var endpoint) || endpoint.Scheme is not ("https" or "http"))
            throw new UsageException("--endpoint takes an address such as https://twiga.example.org/flows");

        var flows = await call.Workplace.SendAsync(new PublishFlows(endpoint), cancellationToken);
        var settings = flows.Select(f => $"WhatsApp__Flows__{f.Form}FlowId={f.Id}  ({f.Name}, {(f.WasNew ? "new" : "there already")})");
        return call.Done(flows, string.Join(Environment.NewLine, settings));
    }

    private static async Task<int> KeysAsync(Call call, CancellationToken cancellationToken)
    {
        if (call.Get(New) is { Exists: false } file)
        {
            if (Directory.Exists(file.FullName))
                throw new UsageException($"--new {file}: this is a folder, not a file.");
            await MakeAsync(file, cancellationToken);
        }

        var pem = await call.Workplace.SendAsync(new PublishFlowKey(), cancellationToken);
        return call.Done(new { publicKey = pem }, $"Uploaded:{Environment.NewLine}{pem}");
    }

    // only its owner reads it
    private static async Task MakeAsync(FileInfo file, CancellationToken cancellationToken)
    {
        using var key = RSA.Create(2048);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var stream = new StreamWriter(file.FullName, options);
        await stream.WriteLineAsync(key.ExportPkcs8PrivateKeyPem().AsMemory(), cancellationToken);
    }
}

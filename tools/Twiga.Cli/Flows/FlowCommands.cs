using System.CommandLine;
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

    public static Command All() => new("flows", "The forms on teachers' phones, at Meta.")
    {
        Verb.Create("publish", "Creates and publishes the two Flows of this version.", [Endpoint], PublishAsync),
        Verb.Create("keys", "Uploads the public half of WhatsApp__Flows__PrivateKey.", [], KeysAsync),
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
        var pem = await call.Workplace.SendAsync(new PublishFlowKey(), cancellationToken);
        return call.Done(new { publicKey = pem }, $"Uploaded:{Environment.NewLine}{pem}");
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;
using MediatR;
using Microsoft.Extensions.Logging;
using Twiga.Application.Common;
using Twiga.Application.Onboarding;

namespace Twiga.Application.Messaging;

/// <summary>Answers a request to the Flow data endpoint. SUCCESS is shown once what she filled in is saved.</summary>
public sealed record AnswerFlow(ReadOnlyMemory<byte> Body, string? Signature) : ICommand<FlowAnswer>, ISigned;

/// <summary>What goes back to WhatsApp.</summary>
public abstract record FlowAnswer
{
    private FlowAnswer()
    {
    }

    public sealed record Encrypted(string Text) : FlowAnswer;

    /// <summary>The token opens nothing: the button dies and she reads why.</summary>
    public sealed record TokenRefused(string Text) : FlowAnswer;

    /// <summary>Not readable with our key: WhatsApp fetches the public key again.</summary>
    public sealed record CannotOpen : FlowAnswer;
}

internal sealed partial class AnswerFlowHandler(
    IFlowCipher cipher, IMediator mediator, IMessages messages, ILogger<AnswerFlowHandler> logger)
    : IRequestHandler<AnswerFlow, FlowAnswer>
{
    private const string Notice = nameof(Onboarding);

    // she taps a dead button more than once
    private static readonly TimeSpan NotAgainFor = TimeSpan.FromMinutes(10);

    public async Task<FlowAnswer> Handle(AnswerFlow request, CancellationToken cancellationToken)
    {
        if (cipher.Open(request.Body.Span) is not { } envelope)
            return new FlowAnswer.CannotOpen();

        switch (FlowRequest.Read(envelope.Text))
        {
            case FlowRequest.Ping:
                return Answer(envelope, Data(new JsonObject { ["status"] = "active" }));
            case FlowRequest.ErrorNotice notice:
                PhoneCouldNotUseAnswer(notice.Error.Length <= 100 ? notice.Error : notice.Error[..100]);
                return Answer(envelope, Data(new JsonObject { ["acknowledged"] = true }));
            case FlowRequest.Step step:
                return await StepAsync(envelope, step, cancellationToken);
            default:
                return new FlowAnswer.CannotOpen();
        }
    }

    private async Task<FlowAnswer> StepAsync(
        OpenEnvelope envelope, FlowRequest.Step step, CancellationToken cancellationToken)
    {
        switch (await mediator.Send(new FillIn(step), cancellationToken))
        {
            case FilledIn.Screen screen:
                return Answer(envelope, Screen(screen.Name, screen.Data));
            case FilledIn.Finished finished:
                messages.Tell(finished.Teacher, Notice, finished.Messages);
                if (finished.IsActiveNow)
                    await messages.ReleaseHeldAsync(finished.Teacher, cancellationToken);
                return Answer(envelope, Success(step.Token));
            case FilledIn.Refused refused:
                await SendAnewAsync(refused, cancellationToken);
                return new FlowAnswer.TokenRefused(Seal(envelope, new JsonObject { ["error_msg"] = refused.Why }));
            default:
                throw new InvalidOperationException("A form has an outcome that is not known here.");
        }
    }

    private async Task SendAnewAsync(FilledIn.Refused refused, CancellationToken cancellationToken)
    {
        if (refused is not { Teacher: { } teacher, Anew: { } form })
            return;

        var name = $"{Notice}:{form.FlowId}";
        if (!await messages.WasToldAsync(teacher, name, NotAgainFor, cancellationToken))
            messages.Tell(teacher, name, [form]);
    }

    private static JsonObject Data(JsonObject data) => new() { ["data"] = data };

    private static JsonObject Screen(string name, JsonObject data) => new() { ["screen"] = name, ["data"] = data };

    private static JsonObject Success(string token) => Screen("SUCCESS", new JsonObject
    {
        ["extension_message_response"] = new JsonObject { ["params"] = new JsonObject { ["flow_token"] = token } },
    });

    private static FlowAnswer.Encrypted Answer(OpenEnvelope envelope, JsonObject answer) => new(Seal(envelope, answer));

    private static string Seal(OpenEnvelope envelope, JsonObject answer) =>
        envelope.Seal(JsonSerializer.SerializeToUtf8Bytes(answer));

    [LoggerMessage(Level = LogLevel.Warning, Message = "A phone could not use the answer to a form: {Error}")]
    private partial void PhoneCouldNotUseAnswer(string error);
}

using MediatR;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;
using Twiga.Application.Common;
using Twiga.Application.Messaging;
using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Tests.Messaging;

internal sealed class Recording_statuses
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);
    private static readonly TeacherId Neema = TeacherId.From(7);

    private readonly FakeTimeProvider _clock = new(Now);
    private IDeliveryReports _reports = null!;
    private IJobs _jobs = null!;

    [SetUp]
    public void Begin() => (_reports, _jobs) = (Substitute.For<IDeliveryReports>(), Substitute.For<IJobs>());

    [Test]
    public async Task Moves_the_message_and_marks_the_report_as_applied()
    {
        var (message, report) = (Sent(), Report("delivered"));

        await RecordAsync(new Delivery(report, message));

        Assert.That((message.State, report.IsApplied), Is.EqualTo((OutgoingState.Delivered, true)));
        _jobs.DidNotReceiveWithAnyArgs().Enqueue(default!);
    }

    [Test]
    public async Task Sends_again_what_failed_for_a_moment_when_its_pause_is_over()
    {
        var message = Sent();

        await RecordAsync(new Delivery(Report("failed", 131000), message));

        Assert.That(message.State, Is.EqualTo(OutgoingState.Waiting));
        _jobs.Received(1).Enqueue(new SendMessages(Neema), message.NotBefore);
    }

    [Test]
    public async Task Leaves_what_failed_for_good()
    {
        var message = Sent();

        await RecordAsync(new Delivery(Report("failed", 131026), message));

        Assert.That(message.State, Is.EqualTo(OutgoingState.Failed));
        _jobs.DidNotReceiveWithAnyArgs().Enqueue(default!);
    }

    [Test]
    public async Task Goes_on_sending_at_once_when_a_call_without_an_end_is_told_to_have_arrived()
    {
        var message = New();
        message.BeginSending(Now);

        await RecordAsync(new Delivery(Report("sent"), message));

        _jobs.Received(1).Enqueue(new SendMessages(Neema));
    }

    [Test]
    public async Task Asks_in_the_talk_once_when_a_form_is_told_to_be_closed_though_its_call_has_no_end()
    {
        var form = new OutgoingMessage { TeacherId = Neema, Content = new FlowContent("Your profile", "Open", "profile-1", "token"), CreatedAt = Now };
        form.BeginSending(Now);

        await RecordAsync(new Delivery(Report("failed", 132068), form));
        await RecordAsync(new Delivery(Report("failed", 132068), form));

        Assert.That(form.State, Is.EqualTo(OutgoingState.Failed));
        _jobs.Received(1).Enqueue(new AskInTalk(Neema, "profile-1"));
    }

    [Test]
    public async Task Rests_a_template_that_is_told_to_be_refused_and_gives_her_the_reminder_back_once()
    {
        var reminder = new OutgoingMessage
        {
            TeacherId = Neema,
            Content = new TemplateContent("kumbusho", "sw"),
            Notice = RemindTeacher.Notice,
            CreatedAt = Now,
        };
        reminder.BeginSending(Now);
        reminder.Accepted("wamid.1", Now);

        await RecordAsync(new Delivery(Report("failed", 132015), reminder));
        await RecordAsync(new Delivery(Report("failed", 132015), reminder));

        _jobs.Received(1).Enqueue(new RestTemplate("kumbusho", "sw", 132015));
        _jobs.Received(1).Enqueue(new ReminderRefused(Neema));
    }

    [Test]
    public async Task Waits_a_little_for_a_message_it_does_not_know_yet_and_not_for_ever()
    {
        var report = Report("sent");

        await RecordAsync(new Delivery(report, null));
        Assert.That(report.IsApplied, Is.False);
        _jobs.Received(1).Enqueue(new RecordStatuses(), Now.AddSeconds(5));

        _clock.Advance(TimeSpan.FromSeconds(30));
        await RecordAsync(new Delivery(report, null));
        Assert.That((report.IsApplied, report.Wamid), Is.EqualTo((true, "")), "whose number stands in the id");
    }

    private async Task RecordAsync(params Delivery[] deliveries)
    {
        _reports.NextAsync(default, default).ReturnsForAnyArgs(deliveries);
        IRequestHandler<RecordStatuses, Unit> handler =
            new RecordStatusesHandler(_reports, _jobs, _clock, NullLogger<RecordStatusesHandler>.Instance);
        await handler.Handle(new RecordStatuses(), CancellationToken.None);
    }

    private static OutgoingMessage Sent()
    {
        var message = New();
        message.BeginSending(Now);
        message.Accepted("wamid.1", Now);
        return message;
    }

    private static OutgoingMessage New() =>
        new() { TeacherId = Neema, Content = new TextContent("Habari"), CreatedAt = Now };

    private static DeliveryReport Report(string status, int? code = null) =>
        new() { Wamid = "wamid.1", Status = status, At = Now, ErrorCode = code, ReceivedAt = Now };
}

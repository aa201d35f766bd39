using System.Diagnostics.Metrics;
using Twiga.Application.Common;

namespace Twiga.Application.Tests.Tools;

[TestFixture]
internal sealed class A_tool_that_fails
{
    private Workshop _workshop = null!;
    private bool _works;

    [SetUp]
    public void Open()
    {
        _workshop = new Workshop();
        _workshop.Counter.Work = (_, _) => _works ? Task.CompletedTask : throw new InvalidOperationException("secret");
    }

    [TearDown]
    public void Close() => _workshop.Dispose();

    [Test]
    public async Task Is_told_to_the_operators_once_when_it_fails_more_than_it_works()
    {
        await CallAsync(works: true);
        await CallAsync(works: false);
        await CallAsync(works: false, again: false);
        Assert.That(Alerts(), Is.EqualTo(new[] { "Critical: Tool count_beans failed at 2 of its 3 calls within the hour: an operator has to look" }));

        await CallAsync(works: false);
        Assert.That(Alerts(), Has.Count.EqualTo(1));
        Assert.That(Failing(), Is.EqualTo(1));
    }

    [Test]
    public async Task Is_not_told_for_one_accident_nor_for_refusals()
    {
        await CallAsync(works: false);
        for (var i = 0; i < 3; i++)
            await _workshop.CallAsync("count_beans", """{"bean_kind":"magic","class":"Geography Form 2"}""");

        Assert.That(Alerts(), Is.Empty);
        Assert.That(Failing(), Is.Zero);
    }

    [Test]
    public async Task Is_well_again_when_it_works_more_often_or_the_hour_is_over()
    {
        await CallAsync(works: false);
        await CallAsync(works: false);
        await CallAsync(works: true);
        Assert.That(Failing(), Is.EqualTo(1));

        await CallAsync(works: true);
        Assert.That(Failing(), Is.Zero);
        Assert.That(_workshop.Log.Lines, Has.One.Contains("no longer fails"));

        await CallAsync(works: false);
        Assert.That(Failing(), Is.EqualTo(1));
        _workshop.Time.Advance(TimeSpan.FromMinutes(61));
        Assert.That(Failing(), Is.Zero);
    }

    [Test]
    public async Task Has_a_counter_for_every_end_from_the_start()
    {
        var counts = new Dictionary<string, long>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, l) =>
        {
            if (instrument.Name == "twiga.tool.calls")
                l.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((_, value, tags, _) =>
        {
            if ((string)tags[0].Value! == "say_proverb")
                counts[(string)tags[1].Value!] = counts.GetValueOrDefault((string)tags[1].Value!) + value;
        });
        listener.Start();

        using var workshop = new Workshop();
        await workshop.CallAsync("say_proverb", "{}");

        Assert.That(counts["success"], Is.EqualTo(1));
        Assert.That(counts.Keys, Is.SupersetOf(new[] { "success", "refusal", "fault" }));
    }

    private async Task CallAsync(bool works, bool again = true)
    {
        _works = works;
        if (again)
            _workshop.Time.Advance(TimeSpan.FromMinutes(1));
        _workshop.Turn = new(_workshop.Turn.Teacher, _workshop.Turn.Language, _workshop.Turn.Classes, 10_000);
        await _workshop.CallAsync("count_beans", """{"bean_kind":"red","class":"Geography Form 2"}""");
    }

    private List<string> Alerts() => [.. _workshop.Log.Lines.Where(l => l.StartsWith("Critical", StringComparison.Ordinal))];

    /// <summary>What Prometheus would read of this workshop's tool.</summary>
    private static int Failing()
    {
        var seen = new List<int>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, l) =>
        {
            if (instrument.Name == "twiga.tool.failing" && instrument.Meter == Tracing.Meter)
                l.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<int>((_, value, tags, _) =>
        {
            if ((string)tags[0].Value! == "count_beans")
                seen.Add(value);
        });
        listener.Start();
        listener.RecordObservableInstruments();
        return seen[^1];
    }
}

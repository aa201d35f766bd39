using System.Diagnostics;
using Twiga.Application.Documents;
using Twiga.Domain.Documents;
using Twiga.Infrastructure.Typesetting;

namespace Twiga.Infrastructure.Tests.Typesetting;

internal sealed class Keeping_the_typesetter_alive
{
    private static readonly Document Short = Press.Of(new Paragraph("Habari"));

    private static readonly Document Endless = Questions(60);

    private static readonly Document Huge = Questions(400);

    [Test]
    public async Task One_process_sets_many_documents()
    {
        using var press = new Press();
        await press.SetAsync(Short);
        var first = press.Node.ProcessId;

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => press.SetAsync(Short)));

        Assert.That(first, Is.Not.Null);
        Assert.That(press.Node.ProcessId, Is.EqualTo(first));
    }

    [Test]
    public async Task After_it_was_killed_the_next_document_starts_it_again()
    {
        using var press = new Press();
        await press.SetAsync(Short);
        var killed = press.Node.ProcessId!.Value;
        using (var process = Process.GetProcessById(killed))
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        await press.SetAsync(Short);

        Assert.That(press.Node.ProcessId, Is.Not.Null.And.Not.EqualTo(killed));
    }

    [Test]
    public async Task A_document_over_its_time_is_given_up_and_the_next_one_is_set()
    {
        using var press = new Press(new TypesetterOptions { TimeLimitSeconds = 2 });
        await press.SetAsync(Short);

        var endless = await press.Typesetter.PdfAsync(Endless, default);

        Assert.That(endless, Is.EqualTo(new NotTypeset(TypesetFault.TooLarge)));
        await press.SetAsync(Short);
    }

    [Test]
    public async Task A_document_over_its_memory_is_given_up()
    {
        using var press = new Press(new TypesetterOptions { MemoryMegabytes = 128 });

        Assert.That(await press.Typesetter.PdfAsync(Endless, default), Is.EqualTo(new NotTypeset(TypesetFault.TooLarge)));
    }

    [Test]
    public async Task A_document_that_no_school_would_print_is_not_even_tried()
    {
        using var press = new Press();

        Assert.That(await press.Typesetter.PdfAsync(Huge, default), Is.EqualTo(new NotTypeset(TypesetFault.TooLarge)));
        Assert.That(press.Node.ProcessId, Is.Null);
    }

    [Test]
    public async Task More_than_may_wait_is_told_so()
    {
        using var press = new Press(new TypesetterOptions { Waiting = 1 });

        var all = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => press.Typesetter.PdfAsync(Samples.Exam, default)));

        Assert.That(all.OfType<NotTypeset>().Select(n => n.Fault).Distinct(), Is.EqualTo([TypesetFault.Busy]));
        Assert.That(all.OfType<Typeset>(), Is.Not.Empty);
    }

    [Test]
    public async Task Without_Node_a_document_is_refused_in_words()
    {
        using var press = new Press(new TypesetterOptions { Node = "/nowhere/node" });

        Assert.That(press.Presence.Missing, Does.Contain("Node.js"));
        Assert.That(await press.Typesetter.PdfAsync(Short, default), Is.EqualTo(new NotTypeset(TypesetFault.NotInstalled)));
    }

    private static Document Questions(int lists) => Press.Of([.. Enumerable.Repeat<Block>(
        new Items([.. Enumerable.Range(0, 500).Select(i => new Item($"({i})", [new Paragraph($"Swali {i} la mtihani")]))]), lists)]);
}

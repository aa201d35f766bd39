using Twiga.Application.Common;

namespace Twiga.Application.Tests.Common;

internal sealed class Counting_tokens
{
    [Test]
    public void The_slices_of_a_long_text_count_as_the_whole_and_cut_where_the_whole_is_cut()
    {
        const string Line = "Tides 🌊 are caused by the pull of the moon, not by the wind.";
        var text = string.Join(" ", Enumerable.Repeat(Line, 100));
        var one = Tokens.Count($" {Line}");

        Assert.That(Tokens.Count(text), Is.EqualTo(Tokens.Count(Line) + (99 * one)));
        Assert.That(Tokens.Cut(text, Tokens.Count(Line) + (60 * one)), Is.EqualTo(string.Join(" ", Enumerable.Repeat(Line, 61))));
        Assert.That(Tokens.Cut(text, 0), Is.Empty);
        Assert.That(Tokens.Cut(text, 100_000), Is.EqualTo(text));
        Assert.That(Tokens.Cut("", 5), Is.Empty);
        for (var tokens = 1; tokens < 40; tokens++)
            Assert.That(Tokens.Cut(text, tokens), Does.Not.Contain('\uFFFD').And.Matches<string>(t => !char.IsHighSurrogate(t![^1])));
    }
}

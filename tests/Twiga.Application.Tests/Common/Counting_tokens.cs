using System.Diagnostics;
using Twiga.Application.Common;

namespace Twiga.Application.Tests.Common;

internal sealed class Counting_tokens
{
    [TestCase(6000)]
    [TestCase(20000)]
    [TestCase(60000)]
    public void X(int n)
    {
        var w = Stopwatch.StartNew();
        var c = Tokens.Count(new string('a', n));
        Assert.Warn($"{n}: {c} tokens in {w.ElapsedMilliseconds} ms");
    }
}

namespace Twiga.Application.Documents;

/// <summary>A thing in a row as printed, and what it is to the thing before and the thing after it.</summary>
internal readonly record struct MathPiece(string Text, MathKind First, MathKind Last, MathNode Node, bool AfterGap)
{
    public bool IsFraction => Node is MathNode.Fraction fraction && !FractionPrinter.IsOneSign(fraction);

    public bool IsLetter => Node is MathNode.Symbol { Kind: MathKind.Letter };

    public static List<MathPiece> Read(IReadOnlyList<MathNode> items)
    {
        var bars = items.Count(i => i is MathNode.Symbol { Kind: MathKind.Bar });
        var pieces = new List<MathPiece>();
        var (gap, opened) = (false, false);
        MathKind? before = null;
        foreach (var item in items.Select(i => i is MathNode.Bold bold ? bold.Body : i))
        {
            var text = MathText.Print(item);
            if (text.Length == 0)
            {
                gap |= item is MathNode.Gap;
                continue;
            }

            var (first, last) = Kinds(item);
            if (first is MathKind.Bar && bars % 2 == 0)
            {
                first = last = opened ? MathKind.Closing : MathKind.Opening;
                opened = !opened;
            }

            if (first is MathKind.Binary && IsSign(before))
                (first, last) = (MathKind.Ordinary, MathKind.Opening);
            pieces.Add(new MathPiece(text, first, last, item, gap));
            gap = false;
            before = last is MathKind.Space ? before : last;
        }

        return pieces;
    }

    // Where nothing stands before it, a minus belongs to what follows.
    private static bool IsSign(MathKind? before) => before is null or MathKind.Relation or MathKind.Opening
        or MathKind.Binary or MathKind.Punctuation or MathKind.Large or MathKind.Break or MathKind.Function;

    private static (MathKind First, MathKind Last) Kinds(MathNode node) => node switch
    {
        MathNode.Symbol symbol => (symbol.Kind, symbol.Kind),
        MathNode.Words or MathNode.Upright => (MathKind.Word, MathKind.Word),
        MathNode.Script { Body: MathNode.Row { Items.Count: 0 } } => (MathKind.Ordinary, MathKind.Ordinary),
        MathNode.Script script => Kinds(script.Body),
        MathNode.Bold bold => Kinds(bold.Body),
        MathNode.Accent accent => Kinds(accent.Body),
        MathNode.Remarked remarked => Kinds(remarked.Body),
        MathNode.Fraction fraction when FractionPrinter.IsNumeric(fraction) => (MathKind.Number, MathKind.Number),
        MathNode.Root => (MathKind.Letter, MathKind.Letter),
        MathNode.Fenced or MathNode.Choose or MathNode.Grid => (MathKind.Opening, MathKind.Closing),
        MathNode.Lines => (MathKind.Break, MathKind.Break),
        MathNode.Row { Items: [var only] } => Kinds(only),
        _ => (MathKind.Ordinary, MathKind.Ordinary),
    };
}

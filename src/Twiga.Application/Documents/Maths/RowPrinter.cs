using System.Text;

namespace Twiga.Application.Documents;

/// <summary>Prints things side by side, with the space that mathematics puts between them.</summary>
internal sealed class RowPrinter(IReadOnlyList<MathNode> items)
{
    private const int WordLength = 3;
    private readonly List<MathPiece> _pieces = MathPiece.Read(items);

    public string Print()
    {
        var shown = new StringBuilder();
        for (var i = 0; i < _pieces.Count; i++)
        {
            var text = IsTightFraction(i) ? Brackets.Around(_pieces[i].Text) : _pieces[i].Text;
            if (i > 0 && shown is not [.., ' ' or '\n'] && text[0] != ' ' && Parted(i))
                shown.Append(' ');
            shown.Append(text);
        }

        return shown.ToString();
    }

    // 3/7 x is no longer (3/7)x; but 2 3/7 is two and three sevenths.
    private bool IsTightFraction(int i)
    {
        if (!_pieces[i].IsFraction)
            return false;
        var before = i == 0 ? default : _pieces[i - 1];
        var after = i + 1 == _pieces.Count ? default : _pieces[i + 1];
        var mixed = before.Node is MathNode.Symbol { Kind: MathKind.Number } && _pieces[i].First is MathKind.Number;
        return (!mixed && before.Node is not null
                && before.Last is MathKind.Letter or MathKind.Number or MathKind.Closing or MathKind.Function)
            || (after.Node is not null && after.First is MathKind.Letter or MathKind.Number or MathKind.Opening)
            || IsDivision(before) || IsDivision(after);
    }

    private static bool IsDivision(MathPiece piece) => piece.Node is MathNode.Symbol { Text: "÷" or "/" or ":" };

    private bool Parted(int i)
    {
        var (last, next) = (_pieces[i - 1].Last, _pieces[i].First);
        if (last is MathKind.Space or MathKind.Break || next is MathKind.Space or MathKind.Break)
            return false;
        if (last is MathKind.Relation or MathKind.Binary || next is MathKind.Relation or MathKind.Binary)
            return true;
        if (last is MathKind.Punctuation)
            return _pieces[i].AfterGap || next is not MathKind.Number || i < 2 || _pieces[i - 2].Last is not MathKind.Number;
        if (last is MathKind.Opening || next is MathKind.Closing or MathKind.Punctuation)
            return false;
        if (last is MathKind.Function)
            return next is not (MathKind.Opening or MathKind.Slash or MathKind.Bar);
        if (next is MathKind.Function)
            return last is not (MathKind.Slash or MathKind.Bar);
        return last is MathKind.Large || next is MathKind.Large || IsApart(i);
    }

    private bool IsApart(int i)
    {
        var (before, after) = (_pieces[i - 1], _pieces[i]);
        if (before.Last is MathKind.Number && after.First is MathKind.Number)
            return after.Node is not MathNode.Fraction || after.IsFraction;
        if (before.Last is MathKind.Number && after.First is MathKind.Word && char.IsLower(after.Text[0]))
            return true;
        return after.AfterGap
            && (before.Last is MathKind.Slash or MathKind.Bar or MathKind.Word
                || after.First is MathKind.Slash or MathKind.Bar or MathKind.Word
                || LettersTo(i - 1) >= WordLength
                || (before.Last is MathKind.Letter or MathKind.Closing && LettersFrom(i) >= WordLength)
                || (before.Last is MathKind.Number && LettersFrom(i) >= WordLength - 1));
    }

    private int LettersTo(int i)
    {
        var count = 0;
        for (; i >= 0 && _pieces[i].IsLetter; i--)
        {
            count++;
            if (_pieces[i].AfterGap)
                break;
        }

        return count;
    }

    private int LettersFrom(int from)
    {
        var i = from;
        while (i < _pieces.Count && _pieces[i].IsLetter && (i == from || !_pieces[i].AfterGap))
            i++;
        return i - from;
    }
}

using Twiga.Application.Curriculum;

namespace Twiga.Infrastructure.Reading.Pdf;

/// <summary>Makes blocks of lines in reading order: paragraphs, list items with what belongs to them, formulas, tables.</summary>
/// <param name="known">The book's undivided words.</param>
/// <param name="leading">The usual distance of two lines, in sizes of the font.</param>
internal sealed class BlockMaker(IReadOnlyDictionary<string, int> known, double leading)
{
    private readonly List<Block> _blocks = [];
    private readonly List<string> _lines = [];
    private readonly Lists _lists = new();
    private string _prefix = "";
    private int? _item;
    private bool _isNewItem;
    private bool _isFormula;
    private int? _from;
    private int? _to;
    private (Line Line, Column Column)? _last;

    public IReadOnlyList<Block> Finish()
    {
        Flush();
        return _blocks;
    }

    public void Head(Block heading, int? page)
    {
        Flush();
        (_last, _item) = (null, null);
        _lists.Clear();
        _blocks.Add(heading with { PageFrom = page, PageTo = page });
    }

    public void Take(Line line, Column column, int? page)
    {
        var isSameColumn = _last?.Column == column;
        if (line.IsTable)
        {
            Flush();
            _blocks.Add(new Block(BlockKind.Table, line.Text, page, page));
        }
        else if (IsDisplayed(line, column, isSameColumn))
        {
            TakeFormula(line, page, isSameColumn);
        }
        else if (MayBegin(line, isSameColumn) && _lists.Next(ListMarkers.Of(line), line.Left, isSameColumn, _item is not null) is var (marker, depth))
        {
            Begin(marker.Rest, depth > 0 && _item is not null ? new string(' ', depth * 2) + marker.Label : marker.Label, page);
            _isNewItem = depth == 0 || _item is null;
            _item ??= -1;
        }
        else if (_lines.Count > 0 && !_isFormula && GoesOn(line, column, isSameColumn))
        {
            _lines.Add(line.Text);
            _to = page;
        }
        else
        {
            BeginParagraph(line, page, isSameColumn);
        }

        _last = (line, column);
    }

    private void BeginParagraph(Line line, int? page, bool isSameColumn)
    {
        var isOfItem = _item is not null && isSameColumn && line.Left >= _lists.OuterLeft - 1.5;
        Begin(line.Text, isOfItem ? "  " : "", page);
        if (!isOfItem)
            _item = null;
    }

    private void TakeFormula(Line line, int? page, bool isSameColumn)
    {
        var text = line.Text.Trim('$');
        if (_isFormula && isSameColumn && _last!.Value.Line.Base - line.Base < 3 * line.Size)
        {
            _lines.Add(text);
            _to = page;
            return;
        }

        Begin(text, _item is not null && isSameColumn ? "  " : "", page);
        _isFormula = true;
        if (!isSameColumn)
            _item = null;
    }

    private void Begin(string text, string prefix, int? page)
    {
        Flush();
        _lines.Add(text);
        (_prefix, _from, _to) = (prefix, page, page);
    }

    private void Flush()
    {
        if (_lines.Count > 0)
            Add();
        _lines.Clear();
        (_isFormula, _isNewItem) = (false, false);
    }

    private void Add()
    {
        var text = _isFormula ? Formula() : Hyphens.Join(_lines, known);
        if (_item >= 0 && !_isNewItem)
        {
            var item = _blocks[_item.Value];
            _blocks[_item.Value] = item with { Text = $"{item.Text}\n{_prefix}{text}", PageTo = _to ?? item.PageTo };
            return;
        }

        if (_isNewItem)
            _item = _blocks.Count;
        var kind = _isNewItem ? BlockKind.ListItem
            : _isFormula ? BlockKind.Formula
            : Captions.IsFigure(text) ? BlockKind.Caption : BlockKind.Paragraph;
        _blocks.Add(new Block(kind, _isNewItem ? _prefix + text : text, _from, _to));
    }

    private string Formula() => _lines.Count == 1
        ? $"$$ {_lines[0]} $$"
        : $@"$$ \begin{{aligned}} {string.Join(@" \\ ", _lines)} \end{{aligned}} $$";

    /// <summary>A formula on a line of its own stands well in from the left, or apart from the line before it.</summary>
    private bool IsDisplayed(Line line, Column column, bool isSameColumn) => line.IsFormula
        && (line.Left - column.Left > Math.Max(0.12 * (column.Right - column.Left), 3 * line.Size)
            || (_item is null && line.Text.Contains('=') && (!isSameColumn || _isFormula || Gap(line) > 1.15 * leading * line.Size)));

    /// <summary>"12. " or "a. " at the beginning of a line within a sentence is no item.</summary>
    private bool MayBegin(Line line, bool isSameColumn) =>
        line.HasDot || _lines.Count == 0 || _isFormula || !isSameColumn || _item is not null
        || Ends(_lines[^1]) || Gap(line) > 1.1 * leading * line.Size || line.Text[0] is not '-' and not '–' and not '—';

    private bool GoesOn(Line line, Column column, bool isSameColumn)
    {
        var last = _last!.Value;
        if (last.Line.IsTable || Math.Abs(last.Line.Size - line.Size) > 0.12 * line.Size)
            return false;
        if (!isSameColumn)
            return !Ends(_lines[^1]) && (char.IsLower(line.Text[0]) || last.Column.Right - last.Line.Right < 0.2 * (last.Column.Right - last.Column.Left));

        // a formula in it moves a line away from the next; a full line without an end goes on all the same
        var isOpen = !Ends(_lines[^1]) && column.Right - last.Line.Right < 2 * line.Size;
        if (Gap(line) > (isOpen ? 1.35 : 1.15) * leading * line.Size || Gap(line) < 0)
            return false;
        if (line.IsBold && !last.Line.IsBold && Ends(_lines[^1]))
            return false;
        if (_item is not null)
            return line.Left >= _lists.OuterLeft - 1.5;

        // a paragraph may begin with nothing but a step to the right
        var step = line.Left - last.Line.Left;
        return !(step > 0.8 * line.Size && step < 4 * line.Size && last.Line.Left < column.Left + 2 && Ends(_lines[^1]));
    }

    private double Gap(Line line) => _last!.Value.Line.Base - line.Base;

    private static bool Ends(string text) => text.Length == 0 || text.TrimEnd('”', '"', '’', ')') is [.., '.' or '!' or '?' or ':'];
}

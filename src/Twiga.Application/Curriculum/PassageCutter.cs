using System.Text.RegularExpressions;
using Twiga.Domain.Curriculum;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Curriculum;

/// <summary>Cuts a book into passages along its structure: never across a section, a formula or a list item.</summary>
internal sealed partial class PassageCutter
{
    /// <summary>About the most words a passage has; one that cannot be cut may have more.</summary>
    public const int MostWords = 200;

    private readonly List<Passage> _passages = [];
    private readonly List<Block> _piece = [];
    private readonly List<Block> _tables = [];
    private readonly Language _language;
    private int? _number;
    private string? _chapter;
    private string? _section;
    private PassageKind _chapterKind;
    private PassageKind _sectionKind;
    private PassageKind _kind;

    private PassageCutter(Language language) => _language = language;

    public static IReadOnlyList<Passage> Cut(IEnumerable<Block> blocks, Language language)
    {
        var cutter = new PassageCutter(language);
        foreach (var block in blocks)
            cutter.Take(block);
        cutter.Finish();
        return cutter._passages;
    }

    private void Take(Block block)
    {
        switch (block.Kind)
        {
            case BlockKind.Chapter:
                Finish();
                (_number, _chapter, _section) = (block.Number, block.Text, null);
                _chapterKind = KindUnder(block.Text, PassageKind.Text);
                _sectionKind = _kind = _chapterKind;
                break;
            case BlockKind.Section:
                Finish();
                _section = block.Text;
                _sectionKind = _kind = KindUnder(block.Text, _chapterKind);
                break;
            case BlockKind.Heading:
                Finish();
                _kind = KindUnder(block.Text, _sectionKind);
                _piece.Add(block);
                break;
            case BlockKind.Table:
                _tables.Add(WithCaption(block));
                break;
            case BlockKind.Caption:
                _tables.Add(block);
                break;
            default:
                _piece.Add(block);
                break;
        }
    }

    private Block WithCaption(Block table)
    {
        if (_piece is not [.., { Kind: BlockKind.Paragraph } caption] || !TableCaption().IsMatch(caption.Text))
            return table;

        _piece.RemoveAt(_piece.Count - 1);
        return table with { Text = $"{caption.Text}\n{table.Text}", PageFrom = caption.PageFrom ?? table.PageFrom };
    }

    private void Finish()
    {
        if (_piece.Exists(b => b.Kind != BlockKind.Heading))
        {
            foreach (var part in Division.Even(_piece.SelectMany(Division.Pieces), MostWords))
                Add(_kind, part);
        }

        foreach (var table in _tables)
        {
            var kind = table.Kind == BlockKind.Table ? PassageKind.Table : PassageKind.FigureCaption;
            foreach (var part in kind == PassageKind.Table ? Division.Rows(table, MostWords) : [table])
                Add(kind, [part]);
        }

        _piece.Clear();
        _tables.Clear();
    }

    private void Add(PassageKind kind, IReadOnlyList<Block> blocks) => _passages.Add(new Passage
    {
        Ordinal = _passages.Count,
        ChapterNumber = _number,
        Chapter = _chapter,
        Section = _section,
        PageFrom = blocks.Min(b => b.PageFrom),
        PageTo = blocks.Max(b => b.PageTo ?? b.PageFrom),
        Kind = kind,
        Language = _language,
        Text = Division.Joined(blocks),
    });

    private static PassageKind KindUnder(string heading, PassageKind otherwise) =>
        Exercises().IsMatch(heading) ? PassageKind.Exercise
        : GlossaryTitle().IsMatch(heading) ? PassageKind.Glossary
        : otherwise == PassageKind.Exercise ? PassageKind.Text
        : otherwise;

    [GeneratedRegex(
        @"\b(exercises?|revision (exercises?|questions?)|review questions?|zoezi|mazoezi|maswali ya marudio|jipime)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Exercises();

    [GeneratedRegex(@"^(glossary|faharasa|kamusi|sherehe)\b", RegexOptions.IgnoreCase)]
    private static partial Regex GlossaryTitle();

    [GeneratedRegex(@"^(table|jedwali)\b", RegexOptions.IgnoreCase)]
    private static partial Regex TableCaption();
}

using System.Text;

namespace Twiga.Application.Curriculum;

/// <summary>Divides the text of one section into parts of about the same size.</summary>
internal static class Division
{
    public static int Words(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    /// <summary>Parts of at most so many words where the blocks allow it, as even as they allow; a heading stays with what follows.</summary>
    public static IEnumerable<IReadOnlyList<Block>> Even(IEnumerable<Block> blocks, int most)
    {
        var all = blocks.ToList();
        var left = all.Sum(b => Words(b.Text));
        var parts = Math.Max(1, (int)Math.Ceiling(left / (double)most));
        List<Block> part = [];
        var words = 0;
        foreach (var block in all)
        {
            var more = Words(block.Text);
            var target = (left + words) / (double)parts;
            if (part.Exists(b => b.Kind != BlockKind.Heading) && (words + more > most || words + (more / 2.0) > target))
            {
                yield return part;
                (part, words, parts) = ([], 0, Math.Max(1, parts - 1));
            }

            part.Add(block);
            words += more;
            left -= more;
        }

        if (part.Count > 0)
            yield return part;
    }

    /// <summary>The block itself, or its sentences in groups where it is too long for one passage.</summary>
    public static IEnumerable<Block> Pieces(Block block)
    {
        if (block.Kind != BlockKind.Paragraph || Words(block.Text) <= PassageCutter.MostWords)
            return [block];

        var sentences = Sentences(block.Text).Select(s => block with { Text = s });
        return Even(sentences, PassageCutter.MostWords)
            .Select(group => block with { Text = string.Join(' ', group.Select(s => s.Text)) });
    }

    /// <summary>A long table in parts of whole rows, each below the caption and the heading row.</summary>
    public static IEnumerable<Block> Rows(Block table, int most)
    {
        var lines = table.Text.Split('\n');
        var head = lines.TakeWhile(l => !l.Contains(" | ")).Concat(lines.SkipWhile(l => !l.Contains(" | ")).Take(1)).ToList();
        if (Words(table.Text) <= most || lines.Length <= head.Count + 1)
            return [table];

        var rows = lines.Skip(head.Count).Select(r => table with { Text = r });
        return Even(rows, Math.Max(most - head.Sum(Words), most / 2))
            .Select(part => table with { Text = string.Join('\n', head.Concat(part.Select(r => r.Text))) });
    }

    /// <summary>List items and table rows follow on the next line, everything else after an empty one.</summary>
    public static string Joined(IReadOnlyList<Block> blocks)
    {
        var text = new StringBuilder(blocks[0].Text);
        foreach (var (before, block) in blocks.Zip(blocks.Skip(1)))
        {
            var tight = block.Kind == BlockKind.ListItem || before.Kind == BlockKind.Heading;
            text.Append(tight ? "\n" : "\n\n").Append(block.Text);
        }

        return text.ToString();
    }

    private static IEnumerable<string> Sentences(string text)
    {
        var start = 0;
        var formula = false;
        for (var i = 0; i < text.Length - 2; i++)
        {
            if (text[i] == '$')
                formula = !formula;
            var ends = text[i] is '.' or '!' or '?' && text[i + 1] == ' ' && !char.IsLower(text[i + 2]);
            if (!ends || formula)
                continue;

            yield return text[start..(i + 1)];
            start = i + 2;
        }

        yield return text[start..];
    }
}

using System.Text;

namespace Twiga.Application.Conversations;

/// <summary>Text with a style for each character, written out as WhatsApp's markup.</summary>
internal sealed class StyledText
{
    private readonly StringBuilder _text = new();
    private readonly List<TextStyle> _styles = [];

    public char Last => _text.Length == 0 ? '\n' : _text[^1];

    public string Plain => _text.ToString();

    public int Length => _text.Length;

    public StyledText Append(string text, TextStyle style = TextStyle.None)
    {
        _text.Append(text);
        _styles.AddRange(Enumerable.Repeat(style, text.Length));
        return this;
    }

    public StyledText Append(StyledText other, TextStyle style = TextStyle.None)
    {
        _text.Append(other._text);
        _styles.AddRange(other._styles.Select(s => s | style));
        return this;
    }

    /// <summary>On one line, without space around it.</summary>
    public StyledText Flat()
    {
        _text.Replace('\n', ' ');
        while (_text.Length > 0 && _text[^1] == ' ')
            Remove(_text.Length - 1);
        while (_text.Length > 0 && _text[0] == ' ')
            Remove(0);
        return this;
    }

    private void Remove(int at)
    {
        _text.Remove(at, 1);
        _styles.RemoveAt(at);
    }

    public override string ToString()
    {
        var text = _text.ToString();
        var lines = new List<string>();
        var from = 0;
        foreach (var line in text.Split('\n'))
        {
            lines.Add(new StyledLine(line, [.. _styles.GetRange(from, line.Length)]).Write());
            from += line.Length + 1;
        }

        return string.Join('\n', lines).Trim('\n');
    }
}

namespace Twiga.Infrastructure.Reading.Pdf;

/// <summary>Keeps the place in nested lists, also over page ends: an item is known by what it follows.</summary>
internal sealed class Lists
{
    private readonly List<(char Style, int Value, double Left)> _levels = [];

    /// <summary>Where the text of the innermost item begins.</summary>
    public double TextLeft { get; private set; }

    /// <summary>Where the text of the outermost item begins.</summary>
    public double OuterLeft { get; private set; }

    /// <param name="markers">What the line's beginning may be.</param>
    /// <param name="left">How far the line is from the left.</param>
    /// <param name="isSameColumn">Whether the last line stood in the same column of the same page.</param>
    /// <param name="isOpen">Whether the last line belonged to an item.</param>
    /// <returns>The marker and its depth from 0; null where this is no item.</returns>
    public (Marker Marker, int Depth)? Next(IReadOnlyList<Marker> markers, double left, bool isSameColumn, bool isOpen)
    {
        foreach (var marker in markers)
        {
            for (var level = _levels.Count - 1; level >= 0; level--)
            {
                var (style, value, at) = _levels[level];
                var follows = style == marker.Style && (style == '-' ? !isSameColumn || Math.Abs(at - left) < 3 : marker.Value == value + 1);
                if (!follows)
                    continue;
                _levels.RemoveRange(isOpen ? level : 0, _levels.Count - (isOpen ? level : 0));
                return Put(marker, left, isSameColumn);
            }
        }

        if (markers.FirstOrDefault(m => m.IsFirst) is { } first)
        {
            while (_levels.Count > 0 && isSameColumn && left <= _levels[^1].Left + 2)
                _levels.RemoveAt(_levels.Count - 1);
            if (!isOpen || (!isSameColumn && _levels.Exists(l => l.Style == first.Style)))
                _levels.Clear();
            return Put(first, left, isSameColumn);
        }

        if (markers is not [{ Style: '1', Value: < 60 } number])
            return null;
        _levels.Clear();
        return Put(number, left, isSameColumn);
    }

    public void Clear() => _levels.Clear();

    private (Marker, int) Put(Marker marker, double left, bool isSameColumn)
    {
        _levels.Add((marker.Style, marker.Value, left));
        TextLeft = marker.TextLeft;
        if (_levels.Count == 1 || !isSameColumn)
            OuterLeft = _levels.Count == 1 ? marker.TextLeft : left;
        return (marker, _levels.Count - 1);
    }
}

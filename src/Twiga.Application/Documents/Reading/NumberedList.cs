using System.Globalization;
using Markdig.Syntax;

namespace Twiga.Application.Documents;

/// <summary>The numbers of a list: they go up from the first, and begin again where questions are followed by answers.</summary>
internal static class NumberedList
{
    /// <summary>The entries with their numbers; one that begins again, unless every entry was written as 1.</summary>
    public static IEnumerable<(ListItemBlock Entry, int Number, bool BeginsAgain)> Read(ListBlock list)
    {
        var number = int.TryParse(list.OrderedStart, CultureInfo.InvariantCulture, out var start) ? start : 1;
        var before = number;
        foreach (var entry in list.OfType<ListItemBlock>())
        {
            var again = entry.Order == 1 && before > 1;
            number = again ? 1 : number;
            before = entry.Order;
            yield return (entry, number++, again && entry != list[0]);
        }
    }
}

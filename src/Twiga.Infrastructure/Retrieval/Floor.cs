namespace Twiga.Infrastructure.Retrieval;

/// <summary>Tells what is worth showing from what only shares a word with the question.</summary>
internal static class Floor
{
    public static bool IsPassed(Ranked ranked) => ranked.Hits.Count > 0;
}

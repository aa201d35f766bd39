namespace Twiga.Infrastructure.Retrieval.Analysis;

/// <summary>What is asked about, once for books in English and once for books in Swahili.</summary>
internal sealed record Question(IReadOnlyList<Concept> Concepts, bool WantsExercises);

/// <summary>One thing asked about, with every word it may stand under in the books of one language.</summary>
/// <param name="Books">The language of the books it is for.</param>
/// <param name="Weight">How much it counts beside the others for the order of what is found.</param>
/// <param name="Missing">How surely a book that has none of its words has nothing to say: 1 for a plain subject word, 0 where it proves nothing.</param>
/// <param name="Forms">The words, each with its own weight.</param>
/// <param name="Key">What it is found by in a book's own glossary; null where it is no Swahili word.</param>
/// <param name="Spelling">The word as it was written, to be looked for by its sound and look where nothing else is found.</param>
internal sealed record Concept(string Books, float Weight, float Missing, IReadOnlyList<Form> Forms, string? Key, Spelling? Spelling)
{
    /// <summary>The weight of a word that only asks, such as explain.</summary>
    public const float Request = 0.15f;

    /// <summary>The weight of a word that many questions have, and of her subject's name in a book of that subject.</summary>
    public const float General = 0.6f;
}

/// <summary>A word in its own language: English as written, Swahili as a stem.</summary>
internal readonly record struct Form(string Language, string Word, float Weight);

/// <param name="Word">As written.</param>
/// <param name="Skeleton">Its consonants as they sound; empty where too little is left.</param>
/// <param name="MayBeMisspelt">False for what looks like another language, where a likeness means nothing.</param>
internal sealed record Spelling(string Word, string Skeleton, bool MayBeMisspelt);

using System.Numerics.Tensors;
using System.Text;

namespace Twiga.Benchmarks.Search;

/// <summary>Books of made-up words: frequent and rare ones as in a language, each book and each section about its own.</summary>
internal sealed class MadeWords
{
    public const int Dimensions = 1024;
    private const int Common = 4_000;
    private const int PerBook = 400;
    private const int PerSection = 8;

    private static readonly string[] Syllables =
        ["ba", "ke", "li", "mo", "tu", "ra", "se", "ni", "do", "wu", "ga", "pe", "shi", "ko", "zu", "fa", "ven", "tor", "mil", "rad"];

    private static readonly string[] Small = ["the", "of", "and", "is", "in", "to", "a", "that", "it", "by", "with", "from"];

    private readonly Dictionary<string, float[]> _directions = [];

    /// <summary>The words that a section is about, the rarest first.</summary>
    public static string[] Topic(int book, int section)
    {
        var random = new Random(HashCode(book, section));
        return [.. Enumerable.Range(0, PerSection).Select(_ => Word(Common + (book * PerBook) + random.Next(PerBook)))];
    }

    public static string Passage(int book, int section, int number)
    {
        var random = new Random(HashCode(book, section, number));
        var topic = Topic(book, section);
        var text = new StringBuilder();
        for (var i = 0; i < 110; i++)
        {
            var word = random.Next(100) switch
            {
                < 40 => Small[random.Next(Small.Length)],
                < 58 => topic[random.Next(topic.Length)],
                _ => Word(Frequent(random)),
            };
            text.Append(i == 0 ? "" : i % 14 == 0 ? ". " : " ").Append(word);
        }

        return text.Append('.').ToString();
    }

    /// <summary>As a teacher asks: two words of the section, one of anywhere, and what surrounds them.</summary>
    public static string Question(int book, int section, int number)
    {
        var random = new Random(HashCode(book, section, number));
        var topic = Topic(book, section);
        return $"explain {topic[random.Next(4)]} and {topic[4 + random.Next(4)]} with {Word(Frequent(random))}";
    }

    /// <summary>A vector near those of texts with the same words, as an embedder's would be; each text has some noise of its own.</summary>
    public float[] Vector(string text)
    {
        var sum = new float[Dimensions];
        foreach (var word in text.Split([' ', '.'], StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length > 4))
            TensorPrimitives.Add(sum, Direction(word), sum);
        return sum;
    }

    /// <summary>Place 0 is the most frequent; the twentieth is a twentieth as frequent.</summary>
    private static int Frequent(Random random) => (int)(Math.Pow(Common, random.NextDouble())) - 1;

    private static string Word(int place)
    {
        var word = new StringBuilder();
        for (var rest = place + 400; rest > 0; rest /= Syllables.Length)
            word.Append(Syllables[rest % Syllables.Length]);
        return word.ToString();
    }

    private float[] Direction(string word)
    {
        if (_directions.TryGetValue(word, out var known))
            return known;

        var random = new Random(HashCode([.. word.Select(c => (int)c)]));
        var direction = new float[Dimensions];
        for (var i = 0; i < Dimensions; i++)
            direction[i] = (float)(random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5);
        return _directions[word] = direction;
    }

    /// <summary>The same in every run.</summary>
    private static int HashCode(params int[] parts) => parts.Aggregate(17, (hash, part) => unchecked((hash * 486_187_739) + part)) & int.MaxValue;
}

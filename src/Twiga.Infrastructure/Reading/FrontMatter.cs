using Twiga.Application.Curriculum;
using Twiga.Domain.Teachers;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Twiga.Infrastructure.Reading;

/// <summary>What stands between the two dashed lines at the top of a Markdown book.</summary>
internal static class FrontMatter
{
    public static BookFacts Read(string yaml, int firstLine)
    {
        var entries = Parse(yaml, firstLine);
        if (entries.Language is not (null or "en" or "sw"))
            throw new UnreadableFileException($"line {firstLine}: the language is '{entries.Language}'; it is en or sw.");

        return new BookFacts
        {
            Title = entries.Title,
            SubjectKey = entries.Subject,
            GradeCode = entries.Grade,
            Language = entries.Language switch
            {
                "sw" => Language.Swahili,
                "en" => Language.English,
                _ => null,
            },
            Authors = entries.Authors,
            IsSample = entries.Sample,
        };
    }

    private static Entries Parse(string yaml, int firstLine)
    {
        var reader = new DeserializerBuilder()
            .WithNamingConvention(CamelCaseNamingConvention.Instance)
            .IgnoreUnmatchedProperties()
            .Build();
        try
        {
            return reader.Deserialize<Entries?>(yaml) ?? new Entries();
        }
        catch (YamlException fault)
        {
            var reason = fault.InnerException?.Message ?? fault.Message;
            throw new UnreadableFileException($"line {fault.Start.Line + firstLine}: {reason}", fault);
        }
    }

    private sealed record Entries
    {
        public string? Title { get; init; }

        public string? Subject { get; init; }

        public string? Grade { get; init; }

        public string? Language { get; init; }

        public List<string> Authors { get; init; } = [];

        public bool Sample { get; init; }
    }
}

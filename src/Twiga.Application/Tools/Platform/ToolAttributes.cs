using Twiga.Domain.Teachers;

namespace Twiga.Application.Tools;

/// <summary>What Twiga says of a tool that is at work, in both languages.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ProgressAttribute(string english, string swahili) : Attribute
{
    public string English { get; } = english;

    public string Swahili { get; } = swahili;

    public string In(Language language) => language == Language.Swahili ? Swahili : English;
}

/// <summary>How long one call may take; 30 seconds where a tool does not say.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TimeLimitAttribute(int seconds) : Attribute
{
    public int Seconds { get; } = seconds;
}

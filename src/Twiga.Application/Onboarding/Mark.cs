namespace Twiga.Application.Onboarding;

/// <summary>A piece of what a teacher typed, by what it is to the reader of classes.</summary>
internal abstract record Mark;

/// <summary>A subject: the keys it may stand for, none where the word is not known.</summary>
internal sealed record Named(IReadOnlyList<string> Keys, string Text) : Mark;

/// <summary>A form or standard; primary is null where she gave a number only.</summary>
internal sealed record InYear(bool? Primary, int Year) : Mark;

/// <summary>What divides: a line or a full stop, a comma, or "and".</summary>
internal sealed record Break(Strength Strength) : Mark;

/// <summary>Any other word.</summary>
internal sealed record Other(string Text, bool IsFiller) : Mark;

internal enum Strength
{
    And,
    Comma,
    Stop,
}

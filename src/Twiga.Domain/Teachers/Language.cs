namespace Twiga.Domain.Teachers;

/// <summary>A language Twiga speaks: English (en) or Swahili (sw).</summary>
public enum Language
{
    English,
    Swahili,
}

namespace Twiga.Domain.Teachers;

/// <summary>What Twiga itself asks a teacher in the talk, so that her next words are the answer to it.</summary>
public enum Awaited
{
    Nothing,
    Name,
    Classes,
}

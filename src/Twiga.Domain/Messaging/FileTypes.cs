namespace Twiga.Domain.Messaging;

/// <summary>The media types of the files that are made and read.</summary>
public static class FileTypes
{
    public const string Pdf = "application/pdf";
    public const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
}

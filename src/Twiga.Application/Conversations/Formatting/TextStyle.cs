namespace Twiga.Application.Conversations;

[Flags]
internal enum TextStyle
{
    None = 0,
    Bold = 1,
    Italic = 2,
    Strike = 4,
    Code = 8,

    /// <summary>Addresses: their characters must stay as they are.</summary>
    Verbatim = 16,
    Raised = 32,
    Lowered = 64,
}

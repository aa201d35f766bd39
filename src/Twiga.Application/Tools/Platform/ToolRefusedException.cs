namespace Twiga.Application.Tools;

/// <summary>A tool call that is not carried out; the message tells the model why and what to do instead.</summary>
internal sealed class ToolRefusedException(string sentence) : Exception(sentence);

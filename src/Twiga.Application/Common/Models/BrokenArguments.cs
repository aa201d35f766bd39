namespace Twiga.Application.Common;

/// <summary>Arguments of a tool call that are no JSON object travel under this name, so that the tool can refuse them.</summary>
public static class BrokenArguments
{
    public const string Key = "$broken";
}

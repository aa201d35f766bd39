namespace Twiga.Application.Common;

/// <summary>A request from outside was not signed with the app secret; nothing of it was read.</summary>
public sealed class WrongSignatureException() : Exception("The signature is missing or wrong.");

namespace Twiga.Domain;

/// <summary>A rule of the domain was about to be broken; the message is the rule's sentence.</summary>
public sealed class DomainException(string rule) : Exception(rule);

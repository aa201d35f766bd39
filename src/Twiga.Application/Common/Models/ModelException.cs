namespace Twiga.Application.Common;

/// <summary>A model did not answer. Messages hold statuses and provider codes only, never what was asked.</summary>
public abstract class ModelException(string message, int? status, Exception? inner) : Exception(message, inner)
{
    /// <summary>The HTTP status, where there was one.</summary>
    public int? Status { get; } = status;
}

/// <summary>Away, overloaded or too slow: the same request may work later.</summary>
public class ModelUnavailableException(
    string message, int? status = null, TimeSpan? retryAfter = null, Exception? inner = null)
    : ModelException(message, status, inner)
{
    public TimeSpan? RetryAfter { get; } = retryAfter;
}

/// <summary>The key is wrong, has no rights or no credit: nothing works until an operator acts.</summary>
public sealed class ModelKeyRefusedException(string message, int? status = null)
    : ModelException(message, status, null);

/// <summary>The provider does not take this request, however often it is sent.</summary>
public sealed class ModelRequestRefusedException(string message, int? status = null)
    : ModelException(message, status, null);

/// <summary>It answered twice, but not in the shape asked for: another question may go better.</summary>
internal sealed class UnreadableAnswerException()
    : ModelUnavailableException("The answer is not in the shape asked for.");

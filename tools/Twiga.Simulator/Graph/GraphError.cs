using System.Globalization;

namespace Twiga.Simulator.Graph;

/// <summary>An error in Meta's form.</summary>
internal sealed record GraphError(int Code, string Details)
{
    public int? HttpStatus { get; init; }

    public int Status => HttpStatus ?? Code switch
    {
        190 => 401,
        10 or 368 or 131005 or 131031 or (>= 200 and <= 299) => 403,
        4 or 80007 or 130429 => 429,
        1 or 131000 => 500,
        2 or 131016 or 131057 or 133004 => 503,
        _ => 400,
    };

    public static GraphError Invalid(string details) => new(100, details);

    public static GraphError BadValue(string details) => new(131009, details);

    public static GraphError Missing(string details) => new(131008, details);

    public static string Title(int code) => code switch
    {
        1 => "An unknown error occurred",
        2 => "Service temporarily unavailable",
        4 => "Application request limit reached",
        10 => "Application does not have permission for this action",
        100 => "Invalid parameter",
        190 => "Error validating access token: the access token is not valid",
        368 => "Temporarily blocked for policies violations",
        80007 => "Rate limit issues",
        130429 => "Rate limit hit",
        130472 => "User's number is part of an experiment",
        131000 => "Something went wrong",
        131005 => "Access denied",
        131008 => "Required parameter is missing",
        131009 => "Parameter value is not valid",
        131016 => "Service unavailable",
        131026 => "Message undeliverable",
        131031 => "Account has been locked",
        131047 => "Re-engagement message",
        131048 => "Spam rate limit hit",
        131049 => "This message was not delivered to maintain healthy ecosystem engagement",
        131050 => "User has stopped marketing messages",
        131051 => "Unsupported message type",
        131052 => "Media download error",
        131053 => "Media upload error",
        131056 => "(Business Account, Consumer Account) pair rate limit hit",
        131057 => "Account in maintenance mode",
        132000 => "Number of parameters does not match the expected number of params",
        132001 => "Template name does not exist in the translation",
        139002 => "Publishing Flow in invalid state",
        133004 => "Server temporarily unavailable",
        _ => "Something went wrong",
    };

    public IResult Answer() => Results.Json(
        new
        {
            error = new
            {
                message = string.Create(CultureInfo.InvariantCulture, $"(#{Code}) {Title(Code)}"),
                type = "OAuthException",
                code = Code,
                error_data = new { messaging_product = "whatsapp", details = Details },
                fbtrace_id = "A" + Guid.NewGuid().ToString("N")[..22],
            },
        },
        Json.Options,
        statusCode: Status);
}

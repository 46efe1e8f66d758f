using Ascs.Contracts;
using Ascs.Trust.Calls;
using Ascs.Trust.Directory;

namespace Ascs.Trust.Sessions;

/// <summary>
/// Answers <c>session/exchange</c>: the two hand each other the AuthToken that each minted for the other (CHEAA-4.1.2.1 c). Signed under the secret that their
/// certificate keys agreed on, and readable by nobody but the platform it is for.
/// </summary>
internal sealed class Exchange(IPublicKeys keys, ISessionSecrets secrets) : IHandle<ExchangeRequest, ExchangeAnswer>
{
    public async Task<Answer<ExchangeAnswer>> HandleAsync(ExchangeRequest request, Call call, CancellationToken cancellationToken)
    {
        var (caller, now) = (call.Caller.PlatId, call.ReceivedAt);
        if (keys.Current(caller, Keys.KeyNames.Exchange) is not { } exchange) return ProblemCodes.Unavailable; // it is on its way here
        // A back office is never called, so it mints nothing.
        if ((request.AuthToken is null) != (call.Caller.Role == Role.BackOffice)) return Refusal;
        if (request.AuthToken is { } wrapped)
        {
            if (TokenWrap.Open(secrets, wrapped) is not { } theirs) return Refusal;
            if (!await secrets.KeepAsync(caller, theirs, now, cancellationToken)) return ProblemCodes.Unavailable; // another one too soon
        }

        return new ExchangeAnswer(1, TokenWrap.Wrap(exchange, await secrets.MintAsync(caller, now, cancellationToken)));
    }

    private static Problem Refusal => new(ProblemCodes.SchemaInvalid, new FieldError("/authToken", "FORM"));
}

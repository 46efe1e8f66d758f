using Ascs.Contracts;
using Ascs.TrustedParty.AnonymousIds;
using Ascs.TrustedParty.Services;

namespace Ascs.TrustedParty.Dispatches;

/// <summary>What a request to send must keep to as a whole, before any AID is looked at. Each rule has one reason to refuse.</summary>
internal sealed class DispatchRules(IServiceCatalogue services, DispatchOptions options)
{
    /// <summary>The first rule that a request breaks, or null.</summary>
    public Problem? Check(CreateDispatchRequest request, DateTimeOffset now) =>
        AidLists.Fault([.. request.Recipients.Select(r => r.Aid)])
        ?? CheckService(request.EnterpriseId, request.ServiceId, request.Channel, request.TemplateId, request.TemplateVersion)
        ?? CheckNotBefore(request.NotBefore, now);

    /// <summary>The first rule that a dry run breaks, or null.</summary>
    public Problem? Check(CheckDispatchRequest request, DateTimeOffset now) =>
        AidLists.Fault(request.Aids)
        ?? CheckService(request.EnterpriseId, request.ServiceId, request.Channel, request.TemplateId, request.TemplateVersion)
        ?? CheckNotBefore(request.NotBefore, now);

    /// <summary>The home operators of the recipients must all be able to open the content key.</summary>
    public static Problem? CheckWraps(WrappedContentKey key, IEnumerable<OperatorId> homes) =>
        homes.Distinct().All(key.Wraps.ContainsKey) ? null : new Problem(ProblemCodes.ContentKeyInvalid);

    private Problem? CheckService(EnterpriseId enterprise, ServiceId service, Channel channel, TemplateId template, int version)
    {
        if (services.Policy(enterprise, service) is null) return ProblemCodes.ServiceUnknown;
        var approved = services.Template(enterprise, template, version); // ISC-6.2.3.1: approved templates only
        return approved?.ServiceId == service && approved.Channel == channel ? null : new Problem(ProblemCodes.TemplateUnknown);
    }

    private Problem? CheckNotBefore(UnixTime? notBefore, DateTimeOffset now)
    {
        if (notBefore is not { } at) return null;
        var fits = at.ToTime() >= now - options.PastTolerance && at.ToTime() <= now + options.MostAhead;
        return fits ? null : new Problem(ProblemCodes.NotBeforeInvalid);
    }
}

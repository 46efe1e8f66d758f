using Ascs.Trust.Limits;

namespace Ascs.Hosts.Local.Setup;

/// <summary>`limits` of party.json: what is absent is as the program has it.</summary>
/// <param name="Address">Requests of a network address on the platform listener.</param>
/// <param name="Pages">Requests of a network address on the public listener.</param>
/// <param name="Platform">Calls of a platform.</param>
/// <param name="Enterprise">AIDs an enterprise names.</param>
/// <param name="Aid">Calls that name one AID.</param>
/// <param name="AidsPerDay">AIDs an enterprise may send to in a day; at the trusted party.</param>
internal sealed record PartyLimits(
    RateLimit? Address = null, RateLimit? Pages = null, RateLimit? Platform = null, RateLimit? Enterprise = null, RateLimit? Aid = null, long? AidsPerDay = null)
{
    public LimitOptions ToOptions()
    {
        var usual = new LimitOptions();
        return new LimitOptions
        {
            Address = Address ?? usual.Address,
            Pages = Pages ?? usual.Pages,
            Platform = Platform ?? usual.Platform,
            Enterprise = Enterprise ?? usual.Enterprise,
            Aid = Aid ?? usual.Aid,
            AidsPerDay = AidsPerDay ?? usual.AidsPerDay,
        };
    }
}

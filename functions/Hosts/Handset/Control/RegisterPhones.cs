using Ascs.Hosts.Handset.Gateway;
using Ascs.Hosts.Handset.Phones;
using Ascs.Hosts.Handset.Store;

namespace Ascs.Hosts.Handset.Control;

/// <summary><c>POST /control/v1/phones</c>: makes the phones that do not exist yet and answers with the ids of all.</summary>
internal sealed class RegisterPhones(JsonCall call, Writer writer)
{
    internal Task<IResult> Handle(HttpContext http) => call.Answer(
        http, Wire.Default.RegisterRequest, Wire.Default.RegisterAnswer, r => r.Faults(), _ => GatewaySecrets.Control, async r =>
        {
            var ids = await writer.Write(ledger => r.Numbers.Select(n => ledger.PhoneIdOf(ledger.Phone(n))).ToList());
            return (Answer<RegisterAnswer>)new RegisterAnswer(ids);
        });
}

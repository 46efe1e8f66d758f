using Ascs.Hosts.Handset.Gateway;
using Ascs.Hosts.Handset.Phones;

namespace Ascs.Hosts.Handset.Control;

/// <summary><c>POST /control/v1/replies</c>: types a reply on a phone, for programs.</summary>
internal sealed class SendReply(JsonCall call, Replying replying, HandsetOptions options)
{
    internal Task<IResult> Handle(HttpContext http) => call.Answer(
        http, Wire.Default.ReplyRequest, Wire.Default.ReplyAnswer, r => r.Faults(options.Gateways.Contains), _ => GatewaySecrets.Control,
        async r => (Answer<ReplyAnswer>)new ReplyAnswer(await replying.Send(r.Gateway, r.From, r.To, r.Text)));
}

namespace Ascs.Trust.Audit.Alerts;

/// <summary>What an alert says to people.</summary>
public static class AlertTexts
{
    /// <summary>In Chinese, with the English beside it.</summary>
    public static (string Chinese, string English) Of(AlertRule rule) => rule switch
    {
        AlertRule.ReplayBurst => ("重放请求突增：可能有人在重发截获的报文", "A burst of replays: somebody may be sending recorded messages again"),
        AlertRule.BadSignatures => ("大量签名、摘要或凭证错误：可能有人在冒充该平台", "Many wrong signatures, digests or credentials: somebody may be posing as this platform"),
        AlertRule.LoginsRefused => ("多次登录被拒绝：请核对配对信息", "Several logins refused: check the pairing"),
        AlertRule.RefreshTokenReused => ("刷新令牌被重复使用：令牌可能已泄露，会话已销毁", "A refresh token was used again: it may have leaked; the session was destroyed"),
        AlertRule.OddHours => ("在非正常时段有调用", "Calls at hours at which there should be none"),
        AlertRule.OptOutSpike => ("退订突增：请检查该企业的服务和模板", "A spike of opt-outs: look at this enterprise's service and templates"),
        AlertRule.ClockOff => ("平台时钟偏差过大：请检查时间同步", "The platform's clock is off: check its time service"),
        AlertRule.CertificateExpiring => ("证书应当更新", "A certificate should be renewed"),
        AlertRule.UnprovedConnections => ("大量未出示有效证书的连接", "Many connections without an accepted certificate"),
        AlertRule.Failing => ("平台多次无法应答：请检查磁盘与运行日志", "The platform fails again and again: look at the disk and the journal"),
        AlertRule.AuditBroken => ("审计记录被改动、截断或丢失", "The audit trail was changed, cut off, or has lost records"),
        _ => ("审计记录无法写入：请检查磁盘", "The audit trail can't be written: look at the disk"),
    };
}

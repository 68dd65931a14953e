mail.start(mail.sites[Object.keys(mail.sites).find((host) => location.hostname.endsWith(host)) ?? 'zimbra']);

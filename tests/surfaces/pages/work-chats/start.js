window.offices[location.host]();
